import type { Uri } from 'vscode';
import type { ReviewFiles, Store } from '../core/ports.ts';

/** Where the extension keeps what it must not forget: the disk, or what VS Code has in a browser. */
export interface Storage {
  /** Review files in a directory. */
  readonly reviewFiles: (directory: Uri) => ReviewFiles;
  /** One file that can be made again. */
  readonly store: (file: Uri) => Store;
}
