import type { workTree as realWorkTree } from '../../node/workTree.ts';
import { machineBelow } from './machine.ts';

/** Stands in for the one of `src/node`: without a disk there is no tree on it. */
export const workTree: typeof realWorkTree = (root) =>
  machineBelow()?.workTree(root) ?? {
    files: () => Promise.resolve([]),
    read: () => Promise.resolve(undefined),
  };
