import type { Uri } from 'vscode';
import type { DeviceFile } from '../../core/counterpart/parity/deviceParity.ts';
import type { TreeSources } from '../../core/counterpart/sources/treeSources.ts';
import type { Problem } from '../../core/problem.ts';

/** A file of a device, with the document that shows the text that was read. */
export interface TwinFile extends DeviceFile {
  readonly uri: Uri;
}

/** A device in C and its port to Rust, to be compared. */
export interface Twins {
  /** Equal for twins that are the same: they have one page. */
  readonly key: string;
  /** Short, for a tab. */
  readonly title: string;
  /** Addresses by which they are found again after a reload of the window; empty if they go with a review. */
  readonly source: readonly string[];
  /** Reads them as they are now. */
  read(): Promise<ReadTwins>;
}

/** Their texts as they were read. */
export interface ReadTwins {
  readonly files: readonly TwinFile[];
  /** Where names that no file declares are looked up. */
  readonly tree: TreeSources | null;
  /** Which text of the files this is, in words. */
  readonly state: string;
  readonly problems: readonly Problem[];
}
