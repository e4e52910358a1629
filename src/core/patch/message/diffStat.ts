import type { FileChange } from '../series.ts';

const SUMMARY =
  /^ (\d{1,7}) files? changed(?:, (\d{1,9}) insertions?\(\+\))?(?:, (\d{1,9}) deletions?\(-\))?$/;

/**
 * Compares a diff with the summary of the diffstat above it. Returns a sentence if less was read than the sender's git
 * counted: so a mail shows that it was cut between two hunks. More than counted is shown and needs no word.
 */
export function missingFromDiffStat(
  notes: readonly string[],
  files: readonly FileChange[],
): string | undefined {
  const summary = notes
    .map((line) => SUMMARY.exec(line))
    .filter((found) => found !== null)
    .at(-1);
  if (!summary) return undefined;
  const announced = [summary[1], summary[2], summary[3]].map((number) => Number(number ?? 0));
  const found = [files.length, countLines(files, 'added'), countLines(files, 'removed')];
  if (found.every((number, index) => number >= (announced[index] ?? 0))) return undefined;
  return `The diffstat counts ${describe(announced)}; the diff has ${describe(found)}.`;
}

function countLines(files: readonly FileChange[], kind: 'added' | 'removed'): number {
  let count = 0;
  for (const { hunks } of files)
    for (const { lines } of hunks) for (const line of lines) if (line.kind === kind) count++;
  return count;
}

function describe([files = 0, added = 0, removed = 0]: readonly number[]): string {
  return `${files} ${files === 1 ? 'file' : 'files'}, +${added} -${removed}`;
}
