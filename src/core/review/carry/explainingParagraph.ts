import type { Series } from '../../patch/series.ts';
import { pathOn } from '../targetText.ts';
import { isNews } from './isNews.ts';

/** The paragraphs of a message that were not in the earlier one. */
export function newParagraphs(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Set(paragraphs(before));
  return paragraphs(after).filter((paragraph) => !known.has(paragraph));
}

const REASON =
  /\b(?:because|since|safe(?:ty)?|unsafe|sound|invariants?|guarantee[sd]?|owns?|owned|valid|never|outlives?)\b/i;
/** Names that a message may well use without speaking about the code: short words and words of either language. */
const TELLING = /\w*(?:_\w|[a-z][A-Z]|\w{9})\w*/;

/**
 * The new paragraph of a commit message that gives a reason for something that `lines` name, or for the item that they are
 * in (`Fan::read`, if known); or null.
 */
export function explainingParagraph(
  before: readonly string[],
  after: readonly string[],
  lines: readonly string[],
  item: string | null,
): string | null {
  const names = (lines.join(' ').match(/[A-Za-z_]\w{3,}/g) ?? []).filter((name) => TELLING.test(name));
  names.push(...itemNames(item ?? ''));
  if (names.length === 0) return null;
  const named = new RegExp(`\\b(?:${names.join('|')})(?!\\w)`);
  const known = paragraphs(before);
  return (
    newParagraphs(before, after).find(
      (paragraph) => REASON.test(paragraph) && named.test(paragraph) && isNews(paragraph, known),
    ) ?? null
  );
}

const DOCUMENT = /\.(?:rst|md|txt|adoc)$/i;

/** What patches add to documents of the project, as prose. */
export function documentLines({ patches }: Pick<Series, 'patches'>): readonly string[] {
  return patches.flatMap(({ files }) =>
    files
      .filter((file) => DOCUMENT.test(pathOn(file, 'new') ?? ''))
      .flatMap(({ hunks }) =>
        hunks.flatMap(({ lines }) => [
          '',
          ...lines.filter(({ kind }) => kind === 'added').map(({ text }) => text),
        ]),
      ),
  );
}

/** What a series says in prose: its messages and what it adds to documents. */
export function proseOf(series: Series): readonly string[] {
  return [...series.patches.flatMap(({ message }) => ['', ...message.body]), '', ...documentLines(series)];
}

/** Ways in which a message names an item: `Fan::read`, `read()`, or its name alone if no other word is like it. */
function itemNames(item: string): readonly string[] {
  if (!/^\w+(?:::\w+)*$/.test(item)) return [];
  const last = item.replace(/^.*::/, '');
  return [`${last}\\(\\)`, ...(last === item ? [] : [item]), ...(TELLING.test(last) ? [last] : [])];
}

function paragraphs(body: readonly string[]): readonly string[] {
  return body
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
