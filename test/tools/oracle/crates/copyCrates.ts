import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceTree } from '../../../../src/core/ports.ts';
import { openRepository, type Repository } from '../../../../src/node/git.ts';
import { runGit } from '../../../../src/node/runGit.ts';
import { workTree } from '../../../../src/node/workTree.ts';

/** Settings of cargo and of the toolchain that a repository may have stay behind: they name programs. */
const COPIED = /(^|\/)Cargo\.toml$|\.(rs|md)$/;

/** Copies what cargo needs of a project (a folder, or the newest commit of a bare repository) to a new folder. */
export async function copyCrates(project: string, folder: string): Promise<void> {
  const { value: repository } = await openRepository(project);
  try {
    const tree = repository?.isBare ? await newestTree(project, repository) : workTree(project);
    for (const { path } of await tree.files()) {
      if (!COPIED.test(path) || path.split('/').includes('..')) continue;
      const bytes = await tree.read(path);
      if (!bytes) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  } finally {
    repository?.dispose();
  }
}

async function newestTree(project: string, repository: Repository): Promise<SourceTree> {
  const head = await runGit(project, ['rev-parse', 'HEAD']);
  const commit = Buffer.from(head.value ?? [])
    .toString('utf8')
    .trim();
  const { value: tree } = await repository.tree(commit);
  if (!tree) throw new Error(`${project}: its newest commit cannot be read.`);
  return tree;
}
