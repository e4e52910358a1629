import { workspace } from 'vscode';
import type { Storage } from '../storage.ts';
import { webReviewFiles } from './webReviewFiles.ts';

/** Keeps everything in VS Code's file system. */
export const webStorage: Storage = {
  reviewFiles: webReviewFiles,
  store: (file) => ({
    read: async () => {
      try {
        return await workspace.fs.readFile(file);
      } catch {
        return undefined;
      }
    },
    write: async (bytes) => {
      try {
        await workspace.fs.writeFile(file, bytes);
      } catch {
        // It is built again next time.
      }
    },
  }),
};
