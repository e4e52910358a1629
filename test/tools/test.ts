// npm test -- [TIER…]: runs the named tiers, or all of them, one after the other. Exit status 1: something failed.
import { check } from './tiers/check.ts';
import { host } from './tiers/host.ts';
import { table, totals } from './tiers/table.ts';
import { runTier, type Tier, type TierResult } from './tiers/tier.ts';
import { vitest } from './tiers/vitest.ts';

const plain = 'test/vitest.config.ts';
const inVsCode = 'test/vitest.vscode.config.ts';

const tiers: readonly Tier[] = [
  check('types', 'strict TypeScript', 'typescript/bin/tsc', '--build'),
  check('lint', 'ESLint', 'eslint/bin/eslint.js', '.'),
  check('format', 'Prettier', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  vitest('rules', 'the architecture as failing tests', plain),
  vitest('unit', 'functions and parts', plain),
  vitest('patterns', 'the examples of every pattern', plain),
  vitest('golden', 'mailbox in, reports and reply out', plain),
  vitest('cli', 'the command as a process', plain),
  host('host', 'the extension host of the oldest supported VS Code', {}),
  host('host-latest', 'the extension host of a recent VS Code', { VSCODE_HOST: 'latest' }),
  vitest('ui', 'the workbench and the panel in a browser', inVsCode),
  vitest('packaged', 'the packaged extension, installed', inVsCode),
];

/** Tiers that only run when they are asked for, and in CI. */
const onDemand: ReadonlySet<string> = new Set(process.env['CI'] ? [] : ['host-latest']);

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !tiers.some((tier) => tier.name === name));
  if (unknown.length > 0) {
    const known = tiers.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`);
    console.error(`There is no tier ${unknown.join(', ')}. Tiers are:\n${known.join('\n')}`);
    process.exitCode = 2;
    return;
  }
  const chosen = tiers.filter(({ name }) => (asked.length > 0 ? asked.includes(name) : !onDemand.has(name)));
  const results: TierResult[] = [];
  for (const tier of chosen) {
    console.log(`\n== ${tier.name}: ${tier.about}`);
    const result = await runTier(tier);
    console.log(`${tier.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
    results.push(result);
  }
  console.log(`\n${table(results).join('\n')}\n`);
  const { passed, failed } = totals(results);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2));
