import { execFile } from 'node:child_process';
import { cp, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { downloads, projectRoot } from '../../vscode-host/root.ts';
import type { Review } from './options.ts';

/** A review to open, and the folder to open it in. */
export interface Target {
  readonly workspace: string;
  readonly review:
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'range'; readonly directory: string; readonly range: string };
}

const run = promisify(execFile);

/** Finds what is to be reviewed; lays out the example as a small repository with its mailboxes beside it. */
export async function prepareTarget(review: Review): Promise<Target> {
  switch (review.kind) {
    case 'file':
      if (!(await exists(review.file))) throw new Error(`There is no file ${review.file}.`);
      return { workspace: dirname(review.file), review };
    case 'range':
      if (!(await exists(review.directory))) throw new Error(`There is no folder ${review.directory}.`);
      return { workspace: review.directory, review };
    case 'example': {
      const workspace = await layOutExample();
      return { workspace, review: { kind: 'file', file: join(workspace, 'fan-v2.mbox') } };
    }
  }
}

/** A copy, so that marks made on the example do not end up in this repository. */
async function layOutExample(): Promise<string> {
  const example = join(projectRoot, 'media/example');
  const workspace = join(downloads, 'example');
  await mkdir(workspace, { recursive: true });
  await cp(join(example, 'tree'), workspace, { recursive: true });
  for (const name of ['fan-v1.mbox', 'fan-v2.mbox']) await cp(join(example, name), join(workspace, name));
  if (await exists(join(workspace, '.git'))) return workspace;
  const author = ['-c', 'user.name=Author One', '-c', 'user.email=author@example.org'];
  try {
    await run('git', ['init', '-q'], { cwd: workspace });
    await run('git', ['add', '--', '.', ':!*.mbox'], { cwd: workspace });
    await run('git', [...author, 'commit', '-q', '-m', 'A board with a fan'], { cwd: workspace });
  } catch (error) {
    console.warn(`The example is shown without a git repository: ${String(error)}`);
  }
  return workspace;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
