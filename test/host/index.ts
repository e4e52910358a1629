import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Mocha from 'mocha';

/** Runs every test file beside this one; VS Code calls it in the extension host. Writes counts to `TEST_RESULTS`. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, forbidOnly: true, color: false });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.sort()) if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => {
        resolve();
      })
      .on('pass', () => counts.passed++)
      .on('fail', () => counts.failed++)
      .on('pending', () => counts.skipped++);
  });
  const results = process.env['TEST_RESULTS'];
  if (results) {
    mkdirSync(dirname(results), { recursive: true });
    writeFileSync(results, JSON.stringify(counts));
  }
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}
