import type { Agreement, Tally } from './tally.ts';

const WORST = 10;

/** A tally as lines of plain text. `examples`: how many differences to show of each of the worst patterns. */
export function report(title: string, tally: Tally, examples: number): string {
  const lines = [
    `## ${title}`,
    `commits ${tally.commits}, Rust and C files ${tally.files}, annotations ${tally.wholeAnnotations} on whole files, ${tally.hunkAnnotations} on hunks`,
    `compared (patterns that need only a hunk): ${figures(tally.plain)}`,
    `inside macros, judged apart: ${figures(tally.macro)}`,
    `patterns that need the whole file: ${figures(tally.unsure)}`,
    `of ${tally.pairs} that both have: ${tally.sameAttention} agree in attention, ${tally.sameExplanation} in what explains them`,
    `files that could not be compared: ${tally.incomparable}`,
    `problems on hunks: ${counts(tally.hunkProblems)}`,
    `problems on whole files: ${counts(tally.wholeProblems)}`,
    `silent skips: ${tally.silentSkips}`,
    ...tally.silentExamples.slice(0, examples).map(indented),
    `commits that git could not show: ${tally.unread.length}`,
    ...tally.unread.slice(0, examples).map(indented),
    `crashes: ${tally.crashes.length}`,
    ...tally.crashes.slice(0, WORST).map(indented),
  ];
  const worst = [...tally.byPattern]
    .filter(([, { onlyHunk, onlyWhole }]) => onlyHunk + onlyWhole > 0)
    .sort(([, a], [, b]) => b.onlyHunk + b.onlyWhole - (a.onlyHunk + a.onlyWhole))
    .slice(0, WORST);
  if (worst.length > 0) lines.push('patterns with most differences:');
  for (const [pattern, agreement] of worst) {
    lines.push(indented(`${pattern}: ${figures(agreement)}`));
    for (const example of (tally.examples.get(pattern) ?? []).slice(0, examples))
      lines.push(indented(indented(example)));
  }
  return `${lines.join('\n')}\n`;
}

/** One line for each repository and one for all, in columns. */
export function summary(rows: readonly (readonly [title: string, tally: Tally])[]): string {
  const head = 'commits  files  annotations  precision  recall      F1  crashes  silent  repository';
  const lines = rows.map(([title, tally]) => {
    const { precision, recall, f1 } = scores(tally.plain);
    return [
      String(tally.commits).padStart(7),
      String(tally.files).padStart(7),
      String(tally.wholeAnnotations).padStart(13),
      shown(precision).padStart(11),
      shown(recall).padStart(8),
      shown(f1).padStart(8),
      String(tally.crashes.length).padStart(9),
      String(tally.silentSkips).padStart(8),
      `  ${title}`,
    ].join('');
  });
  return `${[head, ...lines].join('\n')}\n`;
}

/** `precision 0.999 recall 0.998 F1 0.999 (5120 agree, 3 extra, 9 missed)` */
function figures(agreement: Agreement): string {
  const { both, onlyHunk, onlyWhole } = agreement;
  if (both + onlyHunk + onlyWhole === 0) return 'nothing to compare';
  const { precision, recall, f1 } = scores(agreement);
  return `precision ${shown(precision)} recall ${shown(recall)} F1 ${shown(f1)} (${both} agree, ${onlyHunk} extra, ${onlyWhole} missed)`;
}

function scores({ both, onlyHunk, onlyWhole }: Agreement): Record<'precision' | 'recall' | 'f1', number> {
  return {
    precision: both / (both + onlyHunk),
    recall: both / (both + onlyWhole),
    f1: (2 * both) / (2 * both + onlyHunk + onlyWhole),
  };
}

function shown(score: number): string {
  return Number.isNaN(score) ? '-' : score.toFixed(4);
}

function counts(map: ReadonlyMap<string, number>): string {
  if (map.size === 0) return 'none';
  return [...map]
    .sort(([, a], [, b]) => b - a)
    .map(([code, number]) => `${code} ${number}`)
    .join(', ');
}

function indented(line: string): string {
  return `  ${line}`;
}
