import { commentText } from '../../annotate/explain/comment.ts';
import { isPlaceholder } from '../../annotate/explain/quality.ts';
import type { Alignment } from './carryRange.ts';

/** How far above its lines the item that a mark lies in may begin. */
const FARTHEST_ITEM = 400;
const ITEM =
  /^\s*(?:(?:pub(?:\([^)]*\))?|unsafe|async|const|static|extern|default|inline)\s+(?:"[^"]*"\s+)?)*(?:fn|impl|trait|struct|enum|union|mod|macro_rules!|typedef)\b|^[A-Za-z_][\w\s*]*\([^;]*$/;
const COMMENT = /^\s*(?:\/\/|\/\*|\*(?:\s|\/|$))/;
const BETWEEN = /^\s*(?:#!?\[.*\]\s*)?$/;

/**
 * The comment or doc section that was added or changed for lines `line` to `endLine` of `alignment.to`: directly above them,
 * among them, behind code on them, or in the documentation of the item around them if it speaks of safety or of a name
 * that the lines use. Null if there is none, or if it only holds the place of an explanation.
 */
export function newExplanation(alignment: Alignment, line: number, endLine: number): string | null {
  const { to } = alignment;
  const first = to.lines.findIndex((candidate) => candidate.line >= line);
  if (first < 0) return null;
  let last = first;
  while ((to.lines[last + 1]?.line ?? Infinity) <= endLine) last++;
  const fresh = freshLines(alignment);
  const text = (index: number): string => to.lines[index]?.text ?? '';

  const near = [
    ...commentAbove(text, first),
    ...range(first, last).filter((index) => COMMENT.test(text(index))),
  ];
  const said = explanationIn(near.filter(fresh).map(text));
  if (said !== null) return said;
  const known = new Set(alignment.from.lines.map((from) => commentBehind(from.text)));
  const behind = range(first, last)
    .filter(fresh)
    .map((index) => commentBehind(text(index)))
    .filter((comment) => !known.has(comment));
  const trailing = explanationIn(behind);
  if (trailing !== null) return trailing;

  const item = itemAround(text, first);
  if (item === undefined) return null;
  const doc = commentAbove(text, item).filter(fresh).map(text);
  const names = range(first, last).flatMap((index) => text(index).match(/[A-Za-z_]\w{3,}/g) ?? []);
  const speaks =
    /safety|invariant|sound/i.test(doc.join(' ')) || names.some((name) => doc.join(' ').includes(name));
  return speaks ? explanationIn(doc) : null;
}

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
  return (
    newParagraphs(before, after).find((paragraph) => REASON.test(paragraph) && named.test(paragraph)) ?? null
  );
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

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

function freshLines({ to, kept }: Alignment): (index: number) => boolean {
  const old = new Uint8Array(to.lines.length);
  for (const target of kept) if (target >= 0) old[target] = 1;
  return (index) => old[index] !== 1;
}

/** Indices of the comment that ends above `index`; attributes and blanks may stand between. */
function commentAbove(text: (index: number) => string, index: number): readonly number[] {
  let at = index - 1;
  while (at >= 0 && BETWEEN.test(text(at)) && index - at < FARTHEST_ITEM) at--;
  const lines: number[] = [];
  for (; at >= 0 && COMMENT.test(text(at)); at--) lines.unshift(at);
  return lines;
}

function itemAround(text: (index: number) => string, index: number): number | undefined {
  const indent = (line: string): number => line.length - line.trimStart().length;
  let limit = indent(text(index)) + (ITEM.test(text(index)) ? 1 : 0);
  for (let at = index; at >= 0 && index - at < FARTHEST_ITEM; at--) {
    const line = text(at);
    if (line.trim() === '' || COMMENT.test(line)) continue;
    if (indent(line) >= limit && at !== index) continue;
    if (ITEM.test(line)) return at;
    limit = Math.min(limit, indent(line) + 1);
  }
  return undefined;
}

/** The words of a comment, or null if they only hold the place of an explanation. */
function explanationIn(lines: readonly string[]): string | null {
  const words = commentText(lines);
  return words === '' || isPlaceholder(words) ? null : words;
}

/** The comment behind code on a line; empty if there is none. */
function commentBehind(line: string): string {
  return /\S\s*(\/\/.*|\/\*.*)$/.exec(line)?.[1] ?? '';
}
