import type { PanelModel, PanelPlace } from '../../protocol/panelModel.ts';
import type { Address } from './address.ts';
import { hunkHolds } from './filter.ts';
import { hunkLines } from './hunkLines.ts';
import { fileKey } from './place.ts';

interface HunkAt {
  readonly patch: number;
  readonly file: number;
  readonly hunk: number;
}

/**
 * The next line, forwards or backwards from the cursor and round the ends, that holds the text, whatever its case; only
 * in the given files (by `fileKey`; null: all). Undefined if no line does.
 */
export function nextTextMatch(
  model: PanelModel,
  text: string,
  files: ReadonlySet<string> | null,
  cursor: Address | null,
  by: 1 | -1,
): PanelPlace | undefined {
  const wanted = text.toLowerCase();
  if (wanted === '') return undefined;
  const line = cursor?.kind === 'card' ? cursor.under : cursor;
  const start = line?.kind === 'line' ? line : undefined;
  const hunks = hunksWith(model, wanted, files);
  const ordered = by > 0 ? hunks : [...hunks].reverse();
  const ahead = start ? ordered.findIndex((at) => by * compare(at, start) >= 0) : 0;
  const first = Math.max(ahead, 0);
  // Once round, ending in the hunk that the search began in.
  const ring = [...ordered.slice(first), ...ordered.slice(0, first), ...ordered.slice(first, first + 1)];
  for (const [taken, at] of ring.entries()) {
    const beyond = taken === 0 && start && compare(at, start) === 0 ? start.row : undefined;
    const row = rowWith(model, at, wanted, beyond, by);
    if (row !== undefined) return { kind: 'lines', ...at, row, endRow: row };
  }
  return undefined;
}

function hunksWith(model: PanelModel, text: string, files: ReadonlySet<string> | null): readonly HunkAt[] {
  return model.patches.flatMap((change, patch) =>
    change.files.flatMap(({ hunks }, file) =>
      files?.has(fileKey(patch, file)) === false
        ? []
        : hunks.flatMap((body, hunk) => (hunkHolds(body, text) ? [{ patch, file, hunk }] : [])),
    ),
  );
}

function rowWith(
  model: PanelModel,
  { patch, file, hunk }: HunkAt,
  text: string,
  beyond: number | undefined,
  by: 1 | -1,
): number | undefined {
  const found = model.patches[patch]?.files[file]?.hunks[hunk];
  if (!found) return undefined;
  const rows = hunkLines(found).flatMap((line, row) => (line.text.toLowerCase().includes(text) ? [row] : []));
  if (beyond === undefined) return by > 0 ? rows[0] : rows.at(-1);
  return by > 0 ? rows.find((row) => row > beyond) : rows.filter((row) => row < beyond).at(-1);
}

function compare(a: HunkAt, b: HunkAt): number {
  return a.patch - b.patch || a.file - b.file || a.hunk - b.hunk;
}
