// Runs the tests below test/host, as built into .cache/host, in the extension host of a real VS Code.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { vscodeExecutable } from '../vscode-host/executable.ts';
import { logErrors } from '../vscode-host/logErrors.ts';
import { projectRoot } from '../vscode-host/root.ts';
import { chosenFlavour } from '../vscode-host/serverFiles.ts';

async function main(): Promise<number> {
  const temporary = await mkdtemp(join(tmpdir(), 'interop-review-'));
  const userData = join(temporary, 'data');
  const workspace = join(temporary, 'workspace');
  await mkdir(workspace);
  try {
    await runTests({
      vscodeExecutablePath: await vscodeExecutable(chosenFlavour(), console.log),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: join(projectRoot, '.cache/host/index.cjs'),
      extensionTestsEnv: { PROJECT_ROOT: projectRoot },
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(temporary, 'extensions')}`,
      ],
    });
    const errors = await logErrors(userData);
    if (errors.length > 0) console.error(`Errors in the extension host:\n${errors.join('\n')}`);
    return errors.length > 0 ? 1 : 0;
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
