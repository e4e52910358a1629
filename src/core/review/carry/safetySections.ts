import { commentText } from '../../annotate/explain/comment.ts';
import { isPlaceholder } from '../../annotate/explain/quality.ts';
import type { Series } from '../../patch/series.ts';
import { commentAbove, isItem } from './commentLines.ts';
import { isNews } from './isNews.ts';
import { shownText } from './knownText.ts';

/** By the name of a function or trait: what its documentation says, in each place where a series shows some. */
export type SafetySections = ReadonlyMap<string, readonly string[]>;

/** The documentation of functions and traits that a series shows, as far as it says what has to hold. */
export function safetySections({ patches }: Series): SafetySections {
  const sections = new Map<string, string[]>();
  for (const file of patches.flatMap(({ files }) => files)) {
    const { lines } = shownText(file, 'new');
    const text = (index: number): string => lines[index]?.text ?? '';
    for (const [index, line] of lines.entries()) {
      const name = isItem(line.text) ? /\b(?:fn|trait)\s+(\w+)/.exec(line.text)?.[1] : undefined;
      if (name === undefined) continue;
      const doc = commentText(commentAbove(text, index).map(text));
      if (/# Safety\b/i.test(doc)) sections.set(name, [...(sections.get(name) ?? []), doc]);
    }
  }
  return sections;
}

/** The section that was added to a function that `code` calls, or to a trait that it implements; or null. */
export function newSafetySection(
  before: SafetySections,
  after: SafetySections,
  code: readonly string[],
): string | null {
  const text = code.join('\n');
  const called = [...text.matchAll(/(\w+)\s*(?:::<[^>]*>)?\(|\bimpl(?:<[^>]*>)?\s+(?:\w+::)*(\w+)/g)];
  for (const [, callee, trait] of called) {
    const name = callee ?? trait ?? '';
    for (const doc of after.get(name) ?? []) {
      const said = doc.replace(/^.*# Safety/i, '');
      if (!isPlaceholder(said) && isNews(doc, before.get(name) ?? [])) return doc;
    }
  }
  return null;
}
