import type { Agreement, Tally } from './agreement.ts';
import { CLAIMS } from './claims.ts';

/** Prints the agreement per lint, with up to `show` differences of each kind. */
export function report(title: string, agreements: ReadonlyMap<string, Agreement>, show: number): void {
  console.log(`\n# ${title}`);
  for (const [lint, { plain, apart }] of agreements) {
    if (CLAIMS[lint]?.asksMore) {
      reportRecall(lint, plain, show);
      continue;
    }
    console.log(`${lint}: ${figures(plain)}`);
    list(plain, show);
    for (const [reason, tally] of apart) {
      console.log(`  set apart, ${reason}: ${counts(tally)}`);
      list(tally, show);
    }
    if (apart.size > 0) console.log(`  with all of that: ${figures(sum([plain, ...apart.values()]))}`);
  }
}

function reportRecall(lint: string, { both, onlyOurs, onlyLint }: Tally, show: number): void {
  const asked = both + onlyOurs.length;
  console.log(
    `${lint}: recall ${share(both, onlyLint)} (${both} of ${both + onlyLint.length}; we ask at all ${asked} such places)`,
  );
  list({ both, onlyOurs: [], onlyLint }, show);
}

function share(both: number, rest: readonly string[]): string {
  return both + rest.length === 0 ? 'none' : (both / (both + rest.length)).toFixed(3);
}

function figures(tally: Tally): string {
  const { both, onlyOurs, onlyLint } = tally;
  return `precision ${share(both, onlyOurs)} recall ${share(both, onlyLint)} (${counts(tally)})`;
}

function counts({ both, onlyOurs, onlyLint }: Tally): string {
  return `${both} agree, ${onlyOurs.length} only ours, ${onlyLint.length} only the lint's`;
}

function sum(tallies: readonly Tally[]): Tally {
  return {
    both: tallies.reduce((total, { both }) => total + both, 0),
    onlyOurs: tallies.flatMap(({ onlyOurs }) => onlyOurs),
    onlyLint: tallies.flatMap(({ onlyLint }) => onlyLint),
  };
}

function list({ onlyOurs, onlyLint }: Tally, show: number): void {
  for (const place of onlyOurs.slice(0, show)) console.log(`    only ours: ${place}`);
  for (const place of onlyLint.slice(0, show)) console.log(`    only the lint: ${place}`);
}
