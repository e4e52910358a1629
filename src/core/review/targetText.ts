import type { FileChange, Series, Side } from '../patch/series.ts';
import type { MarkTarget } from './review.ts';

/** A line that can be marked: 1-based number in its file side, message body or cover letter. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/**
 * All lines of the text that a target lies in, in order: what the hunks show of the named side, or the body lines of
 * the message or cover letter (line 1 is the first body line). Empty when the series has no such text.
 */
export function targetText(series: Series, target: MarkTarget): readonly TextLine[] {
  if (target.kind === 'cover') return numbered(series.cover?.message.body ?? []);
  const patch = series.patches.find((candidate) => candidate.id === target.patch);
  if (!patch) return [];
  if (target.kind === 'message') return numbered(patch.message.body);
  return patch.files
    .filter((file) => pathOn(file, target.side) === target.path)
    .flatMap((file) => shownLines(file, target.side));
}

/** Path of a file change on one side; null where it does not exist. */
export function pathOn(file: FileChange, side: Side): string | null {
  return side === 'old' ? file.oldPath : file.newPath;
}

function numbered(lines: readonly string[]): readonly TextLine[] {
  return lines.map((text, index) => ({ line: index + 1, text }));
}

function shownLines(file: FileChange, side: Side): readonly TextLine[] {
  return file.hunks.flatMap((hunk) =>
    hunk.lines.flatMap((line) => {
      const number = side === 'old' ? line.oldLine : line.newLine;
      return number === undefined ? [] : [{ line: number, text: line.text }];
    }),
  );
}
