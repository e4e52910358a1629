import { readFile, rm } from 'node:fs/promises';
import type { Tier } from './tier.ts';
import { runNode } from './runNode.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

/** The tests below `test/NAME`, run by vitest under the given configuration. */
export function vitest(name: string, about: string, config: string): Tier {
  return {
    name,
    about,
    run: async () => {
      const file = `.cache/results/${name}.json`;
      await rm(file, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const code = await runNode('node_modules/vitest/vitest.mjs', [
        ...['run', '--config', config, `test/${name}/`],
        ...reporters,
      ]);
      const report = JSON.parse(await readFile(file, 'utf8')) as Report;
      // A file that does not load and an error outside of any test fail the run without failing a test.
      const broken = report.numFailedTests === 0 && (code !== 0 || !report.success) ? 1 : 0;
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken,
        skipped: report.numPendingTests,
      };
    },
  };
}
