import type { SourceTree, TreeFile } from '../core/ports.ts';
import type { WithProblems } from '../core/problem.ts';
import { runGit } from './runGit.ts';

/** Ordinary files: links and submodules are left out. */
const ENTRY = /^100(?:644|755|664) blob ([0-9a-f]{40,64})\t([\s\S]+)$/;

/** The files of a commit in the repository at `root`; `read` gives a blob by its id. */
export async function commitTree(
  root: string,
  commit: string,
  read: (oid: string) => Promise<Uint8Array | undefined>,
): Promise<WithProblems<SourceTree | undefined>> {
  const listed = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{commit}`]);
  if (!listed.value) return { value: undefined, problems: listed.problems };
  const oids = new Map<string, string>();
  for (const entry of Buffer.from(listed.value).toString('utf8').split('\0')) {
    const [, oid, path] = ENTRY.exec(entry) ?? [];
    if (oid !== undefined && path !== undefined) oids.set(path, oid);
  }
  const files: readonly TreeFile[] = [...oids].map(([path, version]) => ({ path, version }));
  return {
    value: {
      files: (isWanted = () => true) => Promise.resolve(files.filter(({ path }) => isWanted(path))),
      read: (path) => {
        const oid = oids.get(path);
        return oid === undefined ? Promise.resolve(undefined) : read(oid);
      },
    },
    problems: [],
  };
}
