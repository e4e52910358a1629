import { languageOf } from '../core/patch/language.ts';
import type { DiffLine, FileChange, Hunk } from '../core/patch/series.ts';
import { alignLines } from '../core/review/carry/alignLines.ts';

const CONTEXT = 3;

/** Lines of a text, without line ends. */
export function textLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/**
 * What was done to a file, from its text before (undefined: it is new) to its text now; undefined if nothing was. `oid` is
 * the id under which the text before is found.
 */
export function textChange(
  path: string,
  before: readonly string[] | undefined,
  after: readonly string[],
  oid: string,
): FileChange | undefined {
  const rows = allRows(before ?? [], after);
  if (!rows.some(({ kind }) => kind !== 'context') && before) return undefined;
  return {
    kind: before ? 'modified' : 'added',
    oldPath: before ? path : null,
    newPath: path,
    language: languageOf(path),
    oldOid: before && oid,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    combined: false,
    hunks: hunksOf(rows),
  };
}

/** Every line of both texts as a row of one diff; within a change the removed lines come first. */
function allRows(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const kept = alignLines(before, after);
  const rows: DiffLine[] = [];
  let next = 0;
  const addUpTo = (end: number): void => {
    for (; next < end; next++)
      rows.push({
        kind: 'added',
        text: after[next] ?? '',
        oldLine: undefined,
        newLine: next + 1,
        noNewline: false,
      });
  };
  for (const [index, text] of before.entries()) {
    const partner = kept[index] ?? -1;
    if (partner < 0) {
      rows.push({ kind: 'removed', text, oldLine: index + 1, newLine: undefined, noNewline: false });
      continue;
    }
    addUpTo(partner);
    rows.push({ kind: 'context', text, oldLine: index + 1, newLine: partner + 1, noNewline: false });
    next = partner + 1;
  }
  addUpTo(after.length);
  return rows;
}

function hunksOf(rows: readonly DiffLine[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [old, now] = [0, 0];
  let from = 0;
  while (from < rows.length) {
    const first = rows.findIndex(({ kind }, index) => index >= from && kind !== 'context');
    if (first < 0) break;
    let last = first;
    for (let at = first; at < rows.length && at - last <= 2 * CONTEXT + 1; at++)
      if (rows[at]?.kind !== 'context') last = at;
    const start = Math.max(from, first - CONTEXT);
    const end = Math.min(rows.length, last + CONTEXT + 1);
    for (const row of rows.slice(from, start)) [old, now] = [row.oldLine ?? old, row.newLine ?? now];
    const lines = rows.slice(start, end);
    hunks.push(hunk(lines, old, now));
    for (const row of lines) [old, now] = [row.oldLine ?? old, row.newLine ?? now];
    from = end;
  }
  return hunks;
}

/** `old` and `now` are the last lines above the hunk. A side without lines names the line before it, as git does. */
function hunk(lines: readonly DiffLine[], old: number, now: number): Hunk {
  const oldLines = lines.filter(({ oldLine }) => oldLine !== undefined).length;
  const newLines = lines.filter(({ newLine }) => newLine !== undefined).length;
  return {
    oldStart: oldLines === 0 ? old : old + 1,
    oldLines,
    newStart: newLines === 0 ? now : now + 1,
    newLines,
    section: '',
    lines,
  };
}
