import { diskReviewFiles } from '../node/diskReviewFiles.ts';
import { diskStore } from '../node/diskStore.ts';
import type { Storage } from './storage.ts';

/** Keeps everything on the local disk. */
export const diskStorage: Storage = {
  reviewFiles: (directory) => diskReviewFiles(directory.fsPath),
  store: (file) => diskStore(file.fsPath),
};
