import type { DiffLine, Hunk } from './series.ts';

const MARKER = { context: ' ', added: '+', removed: '-' } as const;

/** A line as a unified diff writes it, without line end. */
export function diffLineText(line: DiffLine): string {
  return MARKER[line.kind] + line.text;
}

/** The `@@ … @@ section` line of a hunk. */
export function hunkHeader({ oldStart, oldLines, newStart, newLines, section }: Hunk): string {
  const ranges = `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
  return section === '' ? ranges : `${ranges} ${section}`;
}

function range(start: number, lines: number): string {
  return lines === 1 ? `${start}` : `${start},${lines}`;
}
