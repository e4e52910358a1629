import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ReviewFiles } from '../../core/ports.ts';

/** The latest work on each directory, so that one waits for the other. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Review files in a directory of VS Code's file system. Work is kept apart within this window only: a browser has no
 * lock that others see, so what another window saves meanwhile is joined in when it is read.
 */
export function webReviewFiles(directory: Uri): ReviewFiles {
  const at = (name: string): Uri => Uri.joinPath(directory, name);
  const key = directory.toString();
  return {
    place: directory.toString(true),
    list: async () => {
      const entries = await absent(workspace.fs.readDirectory(directory), []);
      return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
    },
    read: async (name) => {
      const bytes = await absent(workspace.fs.readFile(at(name)), undefined);
      return bytes && new TextDecoder().decode(bytes);
    },
    write: async (name, text) => {
      await workspace.fs.createDirectory(directory);
      await workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
    },
    rename: async (from, to) => {
      await workspace.fs.rename(at(from), at(to));
    },
    remove: async (name) => {
      await absent(workspace.fs.delete(at(name)), undefined);
    },
    exclusively: (work) => {
      const before = turns.get(key) ?? Promise.resolve();
      const turn = before.then(work, work);
      turns.set(key, turn);
      return turn;
    },
  };
}

async function absent<T, U>(found: Thenable<T>, instead: U): Promise<T | U> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return instead;
    throw error;
  }
}
