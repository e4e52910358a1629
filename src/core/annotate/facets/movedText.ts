import type { Patch, Side } from '../../patch/series.ts';

/** Tells whether lines of one side of a patch stand, blanks aside, on the other side too: moved or reformatted. */
export interface MovedText {
  /**
   * `lines` are consecutive changed lines; `before` and `after` the changed lines next to them, if any. A single line
   * counts only together with a neighbour, or when it is long enough to be no coincidence.
   */
  has(lines: readonly string[], before: string | undefined, after: string | undefined): boolean;
}

const SINGLE_LINE = 24;

/** Indexes what a patch removes (`old`) or adds (`new`). */
export function movedText(patch: Patch, side: Side): MovedText {
  const kind = side === 'old' ? 'removed' : 'added';
  let index: string | undefined;
  const build = (): string => {
    const runs: string[] = ['\n'];
    for (const file of patch.files)
      for (const hunk of file.hunks) {
        for (const line of hunk.lines) {
          if (line.kind !== kind) continue;
          const text = squeeze(line.text);
          if (text !== '') runs.push(text, '\n');
        }
        runs.push('\0\n');
      }
    return runs.join('');
  };
  const contains = (lines: readonly string[]): boolean =>
    (index ??= build()).includes(`\n${lines.join('\n')}\n`);
  return {
    has(lines, before, after) {
      const squeezed = lines.map(squeeze).filter((line) => line !== '');
      if (squeezed.length === 0 || !contains(squeezed)) return false;
      if (squeezed.length > 1 || (squeezed[0] ?? '').length >= SINGLE_LINE) return true;
      const neighbours = [
        [squeeze(before ?? ''), ...squeezed],
        [...squeezed, squeeze(after ?? '')],
      ];
      return neighbours.some((run) => !run.includes('') && contains(run));
    },
  };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
