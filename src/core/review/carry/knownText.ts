import type { FileChange, Series, Side } from '../../patch/series.ts';
import { pathOn, type TextLine } from '../targetText.ts';

/** What is known of one text in one version: all of a file, or the lines that hunks show; in order of their numbers. */
export interface KnownText {
  /** Path of the file, or a name for a message. */
  readonly path: string;
  readonly lines: readonly TextLine[];
}

/** The lines that one file change shows on one side. */
export function shownText(file: FileChange, side: Side): KnownText {
  const lines = file.hunks.flatMap((hunk) =>
    hunk.lines.flatMap((line) => {
      const number = side === 'old' ? line.oldLine : line.newLine;
      return number === undefined ? [] : [{ line: number, text: line.text }];
    }),
  );
  return { path: pathOn(file, side) ?? '', lines };
}

/** A text that is known whole. */
export function wholeText(path: string, lines: readonly string[]): KnownText {
  return { path, lines: lines.map((text, index) => ({ line: index + 1, text })) };
}

/**
 * What a series shows of `path` after its last patch (`new`), or before its first (`old`): what each patch shows, with
 * line numbers carried through the patches that come after it (before it). Renames on the way are followed. `start` is what else
 * is known of the text before the first patch.
 */
export function seriesText(series: Series, path: string, side: Side, start?: KnownText): KnownText {
  const patches = side === 'new' ? series.patches : [...series.patches].reverse();
  const [from, to]: readonly [Side, Side] = side === 'new' ? ['old', 'new'] : ['new', 'old'];
  const started = new Map(start?.lines.map(({ line, text }) => [line, text]));
  let known = new Map<string, ReadonlyMap<number, string>>();
  if (side === 'new' && start) known.set(start.path, started);
  for (const { files } of patches) {
    const next = new Map(known);
    for (const file of files) {
      const [source, target] = [pathOn(file, from), pathOn(file, to)];
      if (source !== null && file.kind !== 'copied') next.delete(source);
      if (target !== null)
        next.set(target, through(file, source === null ? undefined : known.get(source), from, to));
    }
    known = next;
  }
  const found = new Map([...(side === 'old' ? started : []), ...(known.get(path) ?? [])]);
  const lines = [...found].map(([line, text]) => ({ line, text }));
  return { path, lines: lines.sort((a, b) => a.line - b.line) };
}

/** Known lines of one side of a file change, seen from its other side, with what its hunks show. */
function through(
  file: FileChange,
  known: ReadonlyMap<number, string> | undefined,
  from: Side,
  to: Side,
): ReadonlyMap<number, string> {
  const result = new Map<number, string>();
  for (const [line, text] of known ?? []) {
    let shift = 0;
    let covered = false;
    for (const hunk of file.hunks) {
      const start = from === 'old' ? hunk.oldStart : hunk.newStart;
      const lines = from === 'old' ? hunk.oldLines : hunk.newLines;
      // A hunk without lines on this side names the line before it.
      const end = lines === 0 ? start + 1 : start + lines;
      if (line < (lines === 0 ? end : start)) break;
      if (line < end && lines > 0) covered = true;
      shift = (to === 'new' ? 1 : -1) * (hunk.newLines - hunk.oldLines) + shift;
    }
    if (!covered) result.set(line + shift, text);
  }
  for (const { line, text } of shownText(file, to).lines) result.set(line, text);
  return result;
}
