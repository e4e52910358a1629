import type { FileChange } from '../patch/series.ts';

/** Where an old line is on the new side: its line, or, if it is removed, the added lines of the same run of changes. */
export interface Replacement {
  readonly line: number | undefined;
  readonly run: ReadonlySet<number>;
}

/** Follows a line (1-based, old side) through a file change; lines outside all hunks only shift. */
export function replacedBy(file: FileChange, oldLine: number): Replacement {
  let shift = 0;
  for (const hunk of file.hunks) {
    const firstOld = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
    if (oldLine < firstOld) break;
    if (oldLine < firstOld + hunk.oldLines) {
      const at = hunk.lines.findIndex((line) => line.oldLine === oldLine);
      const line = hunk.lines[at]?.newLine;
      return { line, run: line === undefined ? addedAround(hunk.lines, at) : new Set() };
    }
    shift += hunk.newLines - hunk.oldLines;
  }
  return { line: oldLine + shift, run: new Set() };
}

function addedAround(lines: FileChange['hunks'][number]['lines'], at: number): ReadonlySet<number> {
  let first = at;
  while (first > 0 && lines[first - 1]?.kind !== 'context') first--;
  const added = new Set<number>();
  for (let index = Math.max(first, 0); index < lines.length && lines[index]?.kind !== 'context'; index++) {
    const number = lines[index]?.newLine;
    if (number !== undefined) added.add(number);
  }
  return added;
}
