import type { DiffLine, FileChange, Hunk, Patch } from '../../patch/series.ts';

/** A line of a patch, and where it stands among the lines of its hunk. */
export interface PatchLine {
  readonly file: FileChange;
  readonly hunk: Hunk;
  readonly line: DiffLine;
  readonly index: number;
}

const MARKERS = { added: '+', removed: '-', context: ' ' } as const;

/** All lines of a patch in its order. */
export function patchLines(patch: Patch): readonly PatchLine[] {
  return patch.files.flatMap((file) =>
    file.hunks.flatMap((hunk) => hunk.lines.map((line, index) => ({ file, hunk, line, index }))),
  );
}

/**
 * Index in `lines` of the last line that a comment quotes, searched from `from` on; undefined if what it quotes is not in
 * the patch. Where the quoted lines occur more than once, the place with most of the quotation above it is taken.
 */
export function placeComment(
  quoted: readonly string[],
  lines: readonly PatchLine[],
  from: number,
): number | undefined {
  const wanted = quoted.map(squeezed).filter((line) => line !== '' && line !== '+' && line !== '-');
  for (let last = wanted.length - 1; last >= 0; last--) {
    let best: number | undefined;
    let longest = 0;
    for (let at = from; at < lines.length; at++) {
      const length = agreement(wanted, last, lines, at);
      if (length > longest) [best, longest] = [at, length];
    }
    if (best !== undefined) return best;
    if (wanted.length - last > MENDED) return undefined;
  }
  return undefined;
}

/** Lines at the end of a quotation that may be broken or cut short. */
const MENDED = 3;

/** How many lines upwards from both places are the same; lines without text do not count. */
function agreement(wanted: readonly string[], last: number, lines: readonly PatchLine[], at: number): number {
  let length = 0;
  for (let row = at; row >= 0 && length <= last; row--) {
    const line = lines[row];
    if (!line) break;
    const text = squeezed(MARKERS[line.line.kind] + line.line.text);
    if (text === '' || text === '+' || text === '-') {
      if (length === 0) return 0;
      continue;
    }
    if (text !== wanted[last - length]) break;
    length++;
  }
  return length;
}

/** The line with its marker; blanks, which mailers change, do not count. */
function squeezed(line: string): string {
  return line.replace(/\s+/g, ' ').trimEnd();
}
