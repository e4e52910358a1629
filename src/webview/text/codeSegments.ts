import type { LineTokens, TokenClass } from '../../base/tokens.ts';

/** A run of a line that is drawn alike. */
export interface CodeSegment {
  readonly text: string;
  readonly token: TokenClass | null;
  /** It is what the filter's text found. */
  readonly hit: boolean;
  /** The text is a character that would not be seen, or would turn the order of others. */
  readonly hidden: boolean;
}

/** Controls but tab, marks of direction, and characters without width: they can make code read as what it is not. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Cuts a line where its colour changes, where the searched text begins or ends, and around hidden characters. */
export function codeSegments(text: string, tokens: LineTokens, search: string): readonly CodeSegment[] {
  const cuts = new Set<number>([0, text.length]);
  for (const [start, length] of tokens)
    cuts.add(Math.min(start, text.length)).add(Math.min(start + length, text.length));
  const hits = rangesOf(text.toLowerCase(), search.toLowerCase());
  for (const [start, end] of hits) cuts.add(start).add(end);
  const hidden = new Set<number>();
  for (const { index } of text.matchAll(HIDDEN)) {
    if (text.charAt(index) === '\t') continue;
    hidden.add(index);
    cuts.add(index).add(index + 1);
  }
  const ends = [...cuts].sort((a, b) => a - b);
  let token = 0;
  return ends.slice(1).flatMap((end, index) => {
    const start = ends[index] ?? 0;
    while (token < tokens.length && endOf(tokens[token]) <= start) token++;
    const run = tokens[token];
    const piece: CodeSegment = {
      text: text.slice(start, end),
      token: run && run[0] <= start ? run[2] : null,
      hit: hits.some(([from, to]) => from <= start && start < to),
      hidden: hidden.has(start),
    };
    return [piece];
  });
}

/** Names a hidden character: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function endOf(run: LineTokens[number] | undefined): number {
  return run ? run[0] + run[1] : 0;
}

function rangesOf(text: string, search: string): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = [];
  if (search === '') return ranges;
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length))
    ranges.push([at, at + search.length]);
  return ranges;
}
