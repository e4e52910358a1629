import type { Code, Heading, List, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Language } from '../patch/language.ts';
import type { WithProblems } from '../problem.ts';
import type { Example, Pattern } from './pattern.ts';
import { patternFaults, type PatternFaults } from './patternFaults.ts';
import { type Expressions, expressionsOf } from './expression/lineExpression.ts';
import { readQuery, regexFaults, type SourceFault } from './querySource.ts';
import { readExample } from './readExample.ts';
import { readFrontMatter } from './readFrontMatter.ts';

const SECTIONS = [
  'What to check',
  'What a reviewer may ask',
  'What a good explanation says',
  'Query',
  'Examples',
] as const;
type Section = (typeof SECTIONS)[number];

/**
 * Reads a pattern file strictly: unknown keys, sections and captures, missing parts, examples without a mark and a
 * missing polarity are 'bad-pattern' problems with file and line, and then there is no pattern. Whether a query fits
 * its grammar is for the engine to say. `source` is the file's path, for messages; `fromRepository` says that it is not
 * one of the program's own, so that its regular expressions must be such that take linear time.
 */
export function readPattern(
  text: string,
  source: string,
  fromRepository = false,
): WithProblems<Pattern | undefined> {
  const faults = patternFaults(source);
  const matter = /^---\r?\n(.*?\n)---\r?\n/s.exec(text);
  if (!matter) {
    faults.add(1, 'A pattern file begins with keys and values between two lines of three hyphens.');
    return { value: undefined, problems: faults.problems };
  }
  const front = readFrontMatter(matter[1] ?? '', 2, faults);
  const skipped = matter[0].split('\n').length - 1;
  const body = text.slice(matter[0].length);
  const { intro, sections } = sectionsOf(body, skipped, faults);
  const items = (name: Section): readonly string[] => readItems(body, sections.get(name), skipped, faults);
  const examples = readExamples(sections.get('Examples') ?? [], skipped, faults);
  const pattern: Pattern = {
    ...front,
    what: prose(body, intro),
    checks: items('What to check'),
    questions: items('What a reviewer may ask'),
    goodExplanation: prose(body, sections.get('What a good explanation says') ?? []),
    ...readQueries(sections.get('Query') ?? [], skipped, faults, expressionsOf({ fromRepository })),
    examples,
    fromRepository,
    source,
  };
  for (const name of SECTIONS)
    if (!sections.has(name) && !(name === 'Query' && front.computed))
      faults.add(skipped + 1, `The section "## ${name}" is missing.`);
  if (pattern.what === '') faults.add(skipped + 1, 'The text that says what crosses is missing.');
  checkWhole(pattern, faults);
  return { value: faults.problems.length === 0 ? pattern : undefined, problems: faults.problems };
}

function lineOf(node: RootContent, skipped: number): number {
  return (node.position?.start.line ?? 1) + skipped;
}

function sectionsOf(
  body: string,
  skipped: number,
  faults: PatternFaults,
): { intro: readonly RootContent[]; sections: ReadonlyMap<Section, readonly RootContent[]> } {
  const intro: RootContent[] = [];
  const sections = new Map<Section, RootContent[]>();
  let nodes = intro;
  for (const node of fromMarkdown(body).children) {
    if (node.type !== 'heading') {
      nodes.push(node);
      continue;
    }
    nodes = [];
    const name = sectionOf(node);
    if (name === undefined || sections.has(name))
      faults.add(
        lineOf(node, skipped),
        `The heading "${toString(node)}" is unknown or stands twice; a pattern has ## ${SECTIONS.join(', ## ')}.`,
      );
    else sections.set(name, nodes);
  }
  return { intro, sections };
}

function sectionOf(heading: Heading): Section | undefined {
  const name = toString(heading);
  return heading.depth === 2 ? SECTIONS.find((known) => known === name) : undefined;
}

/** The Markdown source of some neighbouring nodes. */
function prose(body: string, nodes: readonly RootContent[]): string {
  return body.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0).trim();
}

function readItems(
  body: string,
  nodes: readonly RootContent[] = [],
  skipped: number,
  faults: PatternFaults,
): readonly string[] {
  const lists = nodes.filter((node): node is List => node.type === 'list');
  for (const node of nodes)
    if (node.type !== 'list') faults.add(lineOf(node, skipped), 'This section is a list.');
  return lists.flatMap((list) =>
    list.children.map(({ children }) => prose(body, children).replace(/\s*\n\s*/g, ' ')),
  );
}

function readQueries(
  nodes: readonly RootContent[],
  skipped: number,
  faults: PatternFaults,
  expressions: Expressions,
): Pick<Pattern, 'queries' | 'queryLines' | 'lexical'> {
  const queries: Partial<Record<Language, string>> = {};
  const queryLines: Partial<Record<Language, number>> = {};
  const lexical: Partial<Record<Language, string>> = {};
  for (const node of nodes) {
    if (node.type !== 'code') continue;
    const line = lineOf(node, skipped);
    const [kind, language] = [node.lang, node.meta];
    if ((kind !== 'scheme' && kind !== 'regex') || (language !== 'rust' && language !== 'c')) {
      faults.add(line, 'A query is fenced as scheme rust, scheme c, regex rust or regex c.');
      continue;
    }
    const into = kind === 'scheme' ? queries : lexical;
    if (into[language] !== undefined) faults.add(line, `There is another ${kind} ${language} above.`);
    into[language] = node.value;
    if (kind === 'scheme') queryLines[language] = line + 1;
    const found: readonly SourceFault[] =
      kind === 'scheme' ? readQuery(node.value, expressions).faults : regexFaults(node.value, expressions);
    for (const fault of found) faults.add(line + 1 + fault.line, fault.message);
  }
  return { queries, queryLines, lexical };
}

function readExamples(
  nodes: readonly RootContent[],
  skipped: number,
  faults: PatternFaults,
): readonly Example[] {
  return nodes
    .filter((node): node is Code => node.type === 'code')
    .flatMap((node) => {
      const info = [node.lang, node.meta].filter(Boolean).join(' ');
      return readExample(info, node.value, lineOf(node, skipped), faults) ?? [];
    });
}

/** What the parts of a pattern must agree on. */
function checkWhole(pattern: Pattern, faults: PatternFaults): void {
  const { languages, computed, cues } = pattern;
  if (cues.length === 0 && !computed) faults.add(1, 'The key "cues" is missing or empty.');
  if (pattern.checks.length === 0) faults.add(1, 'There is nothing to check.');
  if (pattern.questions.length === 0) faults.add(1, 'There is nothing to ask.');
  for (const language of languages) {
    const queried = (language === 'rust' || language === 'c') && pattern.queries[language] !== undefined;
    if (!computed && !queried) faults.add(1, `There is no query for ${language}, and no code computes it.`);
    for (const polarity of ['flagged', 'clean'])
      if (!pattern.examples.some((example) => example.language === language && example.polarity === polarity))
        faults.add(1, `There is no ${polarity} example in ${language}.`);
  }
  for (const language of [...Object.keys(pattern.queries), ...Object.keys(pattern.lexical)])
    if (!languages.some((declared) => declared === language))
      faults.add(1, `There is a query for ${language}, which "languages" does not name.`);
  for (const { language, polarity, code, line } of pattern.examples) {
    if (!languages.includes(language)) faults.add(line, `"languages" does not name ${language}.`);
    if (polarity === 'flagged' && cues.length > 0 && !cues.some((cue) => code.includes(cue)))
      faults.add(line, 'None of the cues occurs in this example.');
  }
}
