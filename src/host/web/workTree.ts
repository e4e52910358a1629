import type { workTree as realWorkTree } from '../../node/workTree.ts';

/** Stands in for the one of `src/node` in the web bundle: without a disk there is no tree on it. */
export const workTree: typeof realWorkTree = () => ({
  files: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
});
