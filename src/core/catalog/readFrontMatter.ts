import { ATTENTIONS, CATEGORIES, type DocLink, OWES, PATTERN_LANGUAGES, type Pattern } from './pattern.ts';
import type { PatternFaults } from './patternFaults.ts';
import { type YamlNode, type YamlReader, yamlReader } from './yamlReader.ts';

export type FrontMatter = Pick<
  Pattern,
  | 'id'
  | 'title'
  | 'category'
  | 'attention'
  | 'languages'
  | 'needs'
  | 'computed'
  | 'owes'
  | 'onRemoval'
  | 'byHand'
  | 'cues'
  | 'pairsWith'
  | 'lints'
  | 'docs'
>;

const KEYS = [
  'id',
  'title',
  'category',
  'attention',
  'languages',
  'needs',
  'computed',
  'owes',
  'on-removal',
  'by-hand',
  'cues',
  'pairs-with',
  'lints',
  'docs',
];

/** Reads the YAML between the `---` lines; `firstLine` is the 1-based line of its first line. */
export function readFrontMatter(text: string, firstLine: number, faults: PatternFaults): FrontMatter {
  const yaml = yamlReader(text, firstLine, faults);
  const entries = yaml.map(yaml.root, KEYS);
  const texts = (key: string): readonly string[] =>
    yaml.list(entries.get(key), key).map((node) => yaml.text(node, key));
  const id = yaml.text(entries.get('id'), 'id');
  if (id !== '' && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    faults.add(yaml.lineOf(entries.get('id')), '"id" must be lower-case words joined by hyphens.');
  const languages = yaml
    .list(entries.get('languages'), 'languages')
    .map((node) => yaml.choice(node, 'languages', PATTERN_LANGUAGES));
  if (languages.length === 0) faults.add(firstLine, 'The key "languages" is missing or empty.');
  return {
    id,
    title: yaml.text(entries.get('title'), 'title'),
    category: yaml.choice(entries.get('category'), 'category', CATEGORIES),
    attention: yaml.choice(entries.get('attention'), 'attention', ATTENTIONS),
    languages,
    needs: yaml.choice(entries.get('needs'), 'needs', ['hunk', 'file']),
    computed: yaml.flag(entries.get('computed'), 'computed'),
    owes: yaml.choice(entries.get('owes'), 'owes', OWES),
    onRemoval: yaml.flag(entries.get('on-removal'), 'on-removal'),
    byHand: yaml.flag(entries.get('by-hand'), 'by-hand'),
    cues: texts('cues'),
    pairsWith: texts('pairs-with'),
    lints: texts('lints'),
    docs: yaml.list(entries.get('docs'), 'docs').map((node) => readLink(yaml, node, faults)),
  };
}

function readLink(yaml: YamlReader, node: YamlNode, faults: PatternFaults): DocLink {
  const link = yaml.map(node, ['profile', 'title', 'url', 'path']);
  const url = link.has('url') ? yaml.text(link.get('url'), 'url') : null;
  const path = link.has('path') ? yaml.text(link.get('path'), 'path') : null;
  if (url === null && path === null) faults.add(yaml.lineOf(node), 'A link needs "url" or "path".');
  if (url !== null && !/^https:\/\/\S+$/.test(url))
    faults.add(yaml.lineOf(node), '"url" must begin with https://.');
  if (path !== null && /^\/|(^|\/)\.\.(\/|$)|\\|^\w+:/.test(path))
    faults.add(yaml.lineOf(node), '"path" must be relative to the project and stay inside it.');
  return {
    profile: yaml.text(link.get('profile'), 'profile'),
    title: yaml.text(link.get('title'), 'title'),
    url,
    path,
  };
}
