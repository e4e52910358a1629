import { commentText } from '../../annotate/explain/comment.ts';
import { isPlaceholder } from '../../annotate/explain/quality.ts';
import type { Alignment } from './carryRange.ts';
import {
  commentAbove,
  commentBehind,
  isComment,
  itemAround,
  statementStart,
  type LineAt,
} from './commentLines.ts';
import { isNews } from './isNews.ts';
import { mentions, namesIn, restates } from './namesIn.ts';

/**
 * The comment or doc section that was added or changed for lines `line` to `endLine` of `alignment.to`: directly above them
 * or the statement that they are in, among them, behind code on them, or in the documentation of the item around them if it
 * speaks of safety or of a name that the lines use. Null if there is none, or if it only holds the place of an explanation,
 * says the code over again, or stood in the earlier text somewhere.
 */
export function newExplanation(alignment: Alignment, line: number, endLine: number): string | null {
  const { to } = alignment;
  const first = to.lines.findIndex((candidate) => candidate.line >= line);
  if (first < 0) return null;
  let last = first;
  while ((to.lines[last + 1]?.line ?? Infinity) <= endLine) last++;
  const text = (index: number): string => to.lines[index]?.text ?? '';
  const isFresh = freshLines(alignment);
  const earlier = lostComments(alignment);
  const code = range(first, last).map((index) => codeOf(text(index)));
  const said = (lines: readonly string[]): string | null => {
    const words = commentText(lines);
    if (words === '' || isPlaceholder(words) || restates(words, code)) return null;
    return isNews(words, earlier) ? words : null;
  };

  const near = said(commentsAt(text, first, last).filter(isFresh).map(text));
  if (near !== null) return near;
  const known = new Set(alignment.from.lines.map((from) => commentBehind(from.text)));
  const behind = range(first, last)
    .filter(isFresh)
    .map((index) => commentBehind(text(index)));
  const trailing = said(behind.filter((comment) => !known.has(comment)));
  if (trailing !== null) return trailing;
  const start = statementStart(text, first);
  const above = start === first ? null : said(commentAbove(text, start).filter(isFresh).map(text));
  if (above !== null) return above;

  const item = itemAround(text, first);
  if (item === undefined || item === first) return null;
  const doc = commentAbove(text, item).filter(isFresh).map(text);
  const words = doc.join(' ');
  const speaks = /safety|invariant|sound/i.test(words) || mentions(words, code.flatMap(namesIn));
  return speaks ? said(doc) : null;
}

/**
 * The comment among lines `line` to `endLine` of `alignment.to` that have taken the place of `before`, if it speaks of a name
 * that those used. Null if there is none.
 */
export function explanationAmong(
  alignment: Alignment,
  line: number,
  endLine: number,
  before: readonly string[],
): string | null {
  const lines = alignment.to.lines.filter((candidate) => candidate.line >= line && candidate.line <= endLine);
  const words = commentText(lines.map(({ text }) => text).filter(isComment));
  const isSaid = mentions(words, before.flatMap(namesIn)) && !isPlaceholder(words);
  return isSaid && isNews(words, lostComments(alignment)) ? words : null;
}

/** A line without what is said about it. */
function codeOf(line: string): string {
  return isComment(line) ? '' : line.slice(0, line.length - commentBehind(line).length);
}

/** Indices of the comment above, those among the lines, and the rest of a comment that the lines are the begin of. */
function commentsAt(text: LineAt, first: number, last: number): readonly number[] {
  const found = [
    ...commentAbove(text, first),
    ...range(first, last).filter((index) => isComment(text(index))),
  ];
  if (isComment(text(last))) for (let at = last + 1; isComment(text(at)); at++) found.push(at);
  return found;
}

/** The comments of the earlier text of which at least one line is not there any more. */
function lostComments({ from, kept }: Alignment): readonly string[] {
  const comments: string[] = [];
  let lines: string[] = [];
  let isLost = false;
  for (const [index, { text }] of [...from.lines, { line: 0, text: '' }].entries()) {
    const comment = isComment(text) ? text : commentBehind(text);
    if (comment !== '') {
      lines.push(comment);
      isLost ||= (kept[index] ?? -1) < 0;
    }
    if (isComment(text)) continue;
    if (isLost) comments.push(commentText(lines));
    [lines, isLost] = [[], false];
  }
  return comments;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

function freshLines({ to, kept }: Alignment): (index: number) => boolean {
  const old = new Uint8Array(to.lines.length);
  for (const target of kept) if (target >= 0) old[target] = 1;
  return (index) => old[index] !== 1;
}
