/** A stretch of text to be replaced by `text` and blanks: nothing changes its length or its line ends. */
export interface Edit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** No longer than the stretch; empty for blanks only. */
  readonly text: string;
}

export function blank(start: number, end: number): Edit {
  return { start, end, text: '' };
}

/** `source` with the edits made; where edits overlap the one that begins first wins. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  let result = '';
  let done = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += source.slice(done, start) + text;
    result += source.slice(start + text.length, end).replace(/[^\n]/g, ' ');
    done = end;
  }
  return result + source.slice(done);
}
