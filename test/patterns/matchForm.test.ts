// The queries of all patterns mean here what they mean to tree-sitter: every form, over the code of all examples at once.
import { describe, expect, it } from 'vitest';
import { matchForm, type Captures } from '../../src/core/annotate/match/matchForm.ts';
import { nodesIn, shownLines } from '../../src/core/annotate/match/nodesIn.ts';
import { readForm } from '../../src/core/catalog/queryForm.ts';
import { readQuery } from '../../src/core/catalog/querySource.ts';
import type { Language } from '../../src/core/patch/language.ts';
import { createEngine, type Node } from '../../src/core/syntax/engine.ts';
import type { Fragment } from '../../src/core/syntax/fragment.ts';
import { parseImage } from '../../src/core/syntax/parseImage.ts';
import { readShippedCatalog } from '../tools/catalog.ts';
import { testAssets } from '../unit/assets.ts';

const { patterns } = await readShippedCatalog(new URL('../../', import.meta.url));
const engine = await createEngine(testAssets());

function allExamples(language: Language): Fragment {
  const lines = patterns
    .flatMap(({ examples }) => examples)
    .filter((example) => example.language === language && example.form === 'code')
    .flatMap(({ code }) => code.split('\n'));
  const part = { firstLine: 1, lines, section: '' };
  const [fragment] = parseImage(engine, language, { side: 'new', kind: 'whole', parts: [part] });
  if (!fragment) throw new Error('nothing was parsed');
  return fragment;
}

function shown(anchor: Pick<Node, 'startPosition' | 'text'>): string {
  return `${anchor.startPosition.row + 1}:${anchor.startPosition.column} ${anchor.text.split('\n')[0] ?? ''}`;
}

function anchorOf(captures: Captures | undefined): Node | undefined {
  let anchor: Node | undefined;
  for (let at = captures; at; at = at.earlier) if (at.name === 'anchor') anchor = at.node;
  return anchor;
}

function ours(text: string, fragment: Fragment): readonly string[] {
  const form = readForm(text);
  const anchors = new Set<string>();
  for (const root of nodesIn(fragment, form.roots, [shownLines(fragment)]))
    matchForm(form, root, (captures) => {
      const anchor = anchorOf(captures);
      if (anchor) anchors.add(shown(anchor));
    });
  return [...anchors].sort();
}

function theirs(text: string, language: Language, fragment: Fragment): readonly string[] {
  const query = engine.query(language, text);
  const anchors = fragment.tree
    .matches(query)
    .flatMap(({ captures }) => captures.filter(({ name }) => name === 'anchor').slice(0, 1))
    .map(({ node }) => shown(node));
  query.delete();
  return [...new Set(anchors)].sort();
}

describe.each(['rust', 'c'] as const)('in %s', (language) => {
  const fragment = allExamples(language);
  const queried = patterns.filter(({ queries }) => queries[language] !== undefined);

  it.each(queried)('$id', ({ queries }) => {
    for (const { text } of readQuery(queries[language] ?? '').forms)
      expect(ours(text, fragment), text).toEqual(theirs(text, language, fragment));
  });
});
