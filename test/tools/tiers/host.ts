import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runNode } from './runNode.ts';
import type { Counts, Tier } from './tier.ts';

/** The tests below `test/host`, run by mocha in the extension host of a real VS Code. */
export function host(name: string, about: string, environment: Readonly<Record<string, string>>): Tier {
  return {
    name,
    about,
    run: async () => {
      const file = resolve(`.cache/results/${name}.json`);
      await rm(file, { force: true });
      const code = await runNode('.cache/hostTests.mjs', [], { ...environment, TEST_RESULTS: file });
      const counts = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<Counts>;
      const { passed = 0, failed = 0, skipped = 0 } = counts;
      return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
    },
  };
}
