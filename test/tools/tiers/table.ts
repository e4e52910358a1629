import type { TierResult } from './tier.ts';

/** The results as lines to print: one per tier, and their sum. */
export function table(results: readonly TierResult[]): readonly string[] {
  const head = row('tier', 'passed', 'failed', 'skipped', 'seconds');
  const rows = results.map(({ name, passed, failed, skipped, seconds }) =>
    row(name, passed, failed, skipped, seconds.toFixed(1)),
  );
  const sum = (of: (result: TierResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const { passed, failed } = totals(results);
  const last = row(
    'all',
    passed,
    failed,
    sum(({ skipped }) => skipped),
    sum(({ seconds }) => seconds).toFixed(1),
  );
  return [head, '-'.repeat(head.length), ...rows, '-'.repeat(head.length), last];
}

export function totals(results: readonly TierResult[]): { readonly passed: number; readonly failed: number } {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
  };
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join('');
}
