import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../vscode-host/root.ts';
import { startHost } from '../../vscode-host/startHost.ts';
import { type Figure, median } from './figure.ts';

const STARTS = 3;

/** How long a real VS Code takes to activate the extension, beside one that does nothing; each time in a new window. */
export async function measureActivation(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'interop-bench-'));
  try {
    const empty = await emptyExtension(folder);
    const [ours, nothing]: [number[], number[]] = [[], []];
    for (let start = 0; start < STARTS; start++) {
      const times = await activate(
        [projectRoot, empty],
        ['interop-review.empty', 'interop-review.interop-review'],
      );
      nothing.push(times[0] ?? NaN);
      ours.push(times[1] ?? NaN);
    }
    return [
      {
        what: 'Activation in VS Code',
        value: median(ours),
        unit: 'ms',
        limit: undefined,
        note: `an extension that does nothing takes ${median(nothing).toFixed(1)} ms`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function emptyExtension(folder: string): Promise<string> {
  const path = join(folder, 'empty');
  await mkdir(path);
  const manifest = {
    ...{ name: 'empty', publisher: 'interop-review', version: '1.0.0', main: './main.cjs' },
    ...{ engines: { vscode: '^1.100.0' }, activationEvents: [] },
  };
  await writeFile(join(path, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(path, 'main.cjs'), 'exports.activate = () => undefined;\n');
  return path;
}

/** Milliseconds that the extensions of these ids take to activate, one after the other. */
async function activate(extensions: readonly string[], ids: readonly string[]): Promise<readonly number[]> {
  const host = await startHost({ extensions });
  try {
    return await host.evaluate(async (api, wanted) => {
      const times: number[] = [];
      for (const id of wanted) {
        const extension = api.extensions.getExtension(id);
        if (!extension) throw new Error(`${id} is not installed`);
        const start = performance.now();
        await extension.activate();
        times.push(performance.now() - start);
      }
      return times;
    }, ids);
  } finally {
    await host.stop();
  }
}
