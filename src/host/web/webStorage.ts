import { workspace } from 'vscode';
import { joinBytes } from '../../base/joinBytes.ts';
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
    write: async (parts) => {
      try {
        await workspace.fs.writeFile(file, joinBytes(parts));
      } catch {
        // It is built again next time.
      }
    },
  }),
};
