import { t } from '../base/translate.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import type { Example, Pattern } from '../core/catalog/pattern.ts';
import { explainedWords } from '../core/output/facetWords.ts';
import { visibleText } from '../core/output/visibleText.ts';
import type { TreeExample } from '../core/treeExamples.ts';
import type {
  CatalogueExample,
  CatalogueLink,
  CataloguePattern,
  CataloguePlace,
} from '../protocol/catalogue.ts';
import { docLinks, docPaths } from './docLinks.ts';
import { linkTargetText } from './linkTarget.ts';
import type { TokensOf } from './panelCounterpart.ts';

/** All patterns for the catalogue page. `tree` holds those paths of `cataloguePaths` that the open workspace has. */
export function catalogueModel(catalog: Catalog, tree: ReadonlySet<string>): readonly CataloguePattern[] {
  return catalog.patterns.map((pattern) => {
    const { id, title, category, attention, languages, checks, questions, lints, pairsWith: pairs } = pattern;
    return {
      ...{ id, title, category, attention, languages, checks, questions, lints, pairs },
      what: paragraphs(pattern.what),
      goodExplanation: paragraphs(pattern.goodExplanation),
      links: linksOf(pattern, catalog, tree),
    };
  });
}

/** All paths under which documentation could be in a tree, whatever project it is of. */
export function cataloguePaths(catalog: Catalog): readonly string[] {
  return [...new Set(catalog.profiles.flatMap(({ id }) => docPaths(catalog, id)))];
}

/** The examples of a pattern with their syntax colours. */
export function catalogueExamples({ examples }: Pattern, tokensOf: TokensOf): readonly CatalogueExample[] {
  return examples.map((example) => {
    const { language, polarity, code } = example;
    const lines = code.trimEnd().split('\n');
    return { language, polarity, lines, tokens: tokensIn(example, lines, tokensOf) };
  });
}

/** A place for the page. */
export function cataloguePlace({ path, line, text, explainedBy, explanation }: TreeExample): CataloguePlace {
  const isExplained = explainedBy !== null && explainedBy !== 'none';
  return {
    path: visibleText(path),
    line,
    text: visibleText(shortened(text, 160)),
    explained: isExplained ? t(explainedWords(explainedBy)) : null,
    explanation: explanation === null ? null : visibleText(shortened(explanation, 280)),
    target: linkTargetText({ kind: 'tree', path, heading: null, line }),
  };
}

function linksOf(pattern: Pattern, catalog: Catalog, tree: ReadonlySet<string>): readonly CatalogueLink[] {
  return pattern.docs.flatMap((link) => {
    const project = catalog.profiles.find(({ id }) => id === link.profile)?.title ?? null;
    const alone = { ...pattern, docs: [{ ...link, profile: 'any' }] };
    return docLinks(alone, '', tree).map(({ title, target }) => ({ title, project, target }));
  });
}

/** A change is coloured as code behind its markers. */
function tokensIn({ language, form }: Example, lines: readonly string[], tokensOf: TokensOf) {
  if (language !== 'rust' && language !== 'c') return lines.map(() => []);
  if (form === 'code') return tokensOf(language, lines);
  const code = lines.map((line) => line.slice(1));
  return tokensOf(language, code).map((line) =>
    line.map(([start, length, token]) => [start + 1, length, token] as const),
  );
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
