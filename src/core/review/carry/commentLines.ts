/** The line with an index, 0-based; empty beyond both ends. */
export type LineAt = (index: number) => string;

/** How far above a line the item that it lies in, or what attributes of an item hold together, may begin. */
const FARTHEST_ITEM = 400;
const ITEM =
  /^\s*(?:(?:pub(?:\([^)]*\))?|unsafe|async|const|static|extern|default|inline)\s+(?:"[^"]*"\s+)?)*(?:fn|impl|trait|struct|enum|union|mod|macro_rules!|typedef)\b|^[A-Za-z_][\w\s*]*\([^;]*$/;
const COMMENT = /^\s*(?:\/\/|\/\*|\*(?:\s|\/|$))/;
const ATTRIBUTE = /^\s*#!?\[.*\]\s*$/;

export function isComment(line: string): boolean {
  return COMMENT.test(line);
}

export function isItem(line: string): boolean {
  return ITEM.test(line);
}

/** The comment behind code on a line; empty if there is none. */
export function commentBehind(line: string): string {
  return /\S\s*(\/\/.*|\/\*.*)$/.exec(line)?.[1] ?? '';
}

/** Indices of the comment that ends above `index`, in order; attributes and one blank line may stand between. */
export function commentAbove(text: LineAt, index: number): readonly number[] {
  let at = index - 1;
  let blanks = 0;
  for (; at >= 0 && index - at < FARTHEST_ITEM; at--) {
    const isBlank = text(at).trim() === '';
    if (!isBlank && !ATTRIBUTE.test(text(at))) break;
    if (isBlank && ++blanks > 1) return [];
  }
  const lines: number[] = [];
  for (; at >= 0 && isComment(text(at)); at--) lines.unshift(at);
  return lines;
}

/** The line on which the item begins that line `index` lies in. */
export function itemAround(text: LineAt, index: number): number | undefined {
  let limit = indentOf(text(index)) + (isItem(text(index)) ? 1 : 0);
  for (let at = index; at >= 0 && index - at < FARTHEST_ITEM; at--) {
    const line = text(at);
    if (line.trim() === '' || isComment(line)) continue;
    if (indentOf(line) >= limit && at !== index) continue;
    if (isItem(line)) return at;
    limit = Math.min(limit, indentOf(line) + 1);
  }
  return undefined;
}

const MOST_LINES = 40;
/** A line that goes on: an open call or list, an assignment, an operator. Or one that opens an unsafe block. */
const GOES_ON = /(?:[([=|&,+]|=>|\bunsafe\s*\{)\s*$/;

/** The line on which the statement or the unsafe block begins that line `index` is a part of; `index` itself if it is none. */
export function statementStart(text: LineAt, index: number): number {
  let start = index;
  for (let at = index - 1; at >= 0 && index - at < MOST_LINES; at--) {
    const line = text(at);
    if (line.trim() === '' || isComment(line)) continue;
    const isChained = /^\s*[.?]/.test(text(start));
    if (indentOf(line) > indentOf(text(start))) {
      if (isChained) continue;
      break;
    }
    if (indentOf(line) === indentOf(text(start))) {
      if (/,\s*$/.test(line) || isChained) continue;
      break;
    }
    if (isItem(line) || !(GOES_ON.test(line) || isChained)) break;
    start = at;
  }
  return start;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
