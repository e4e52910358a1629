/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** What `value` and `limit` are counted in: `times`, `ms`, `MB`. */
  readonly unit: string;
  /** The value should not be above this; undefined where nothing is aimed at. */
  readonly limit: number | undefined;
  /** What it was measured against, or how. */
  readonly note: string;
}

/** The figures in columns, with whether each is within its limit. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, limit, note }) => [
    what,
    `${shown(value)} ${unit}`,
    limit === undefined ? '' : `${shown(limit)} ${unit}`,
    limit === undefined ? '' : value <= limit ? 'yes' : 'NO',
    note,
  ]);
  const all = [['', 'measured', 'at most', 'met', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
