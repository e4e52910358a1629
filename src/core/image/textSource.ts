import type { FileChange } from '../patch/series.ts';
import type { BlobStore } from '../ports.ts';
import { fileText, type FileText } from './fileText.ts';

/** Where whole texts come from: the repository, and what earlier patches of the series made. */
export interface TextSource {
  /** Texts that the old side may be, surest first; they are only right if the hunks fit. */
  before(file: FileChange): AsyncIterable<FileText | 'too-large'>;
  /** The text of the new side, if the repository has it. */
  after(file: FileChange): Promise<FileText | 'too-large' | undefined>;
  /** Keeps what a file change made; `text` is undefined if that is not known. */
  remember(file: FileChange, text: FileText | undefined): void;
}

/** Both ends of the id may be abbreviated. */
const SHORTEST_ID = 7;

/**
 * How much is kept to be found by id, beside the last text of each path: only the source of a copy and files that come and
 * go are looked for in it, and a long series makes many versions of a file.
 */
const MAX_LINES = 200_000;

export function textSource(blobs: BlobStore | undefined, baseCommit: string | undefined): TextSource {
  const byId = new Map<string, FileText>();
  let kept = 0;
  const keep = (id: string, text: FileText): void => {
    kept += text.length - (byId.get(id)?.length ?? 0);
    byId.delete(id);
    byId.set(id, text);
    for (const [oldest, lines] of byId) {
      if (kept <= MAX_LINES) break;
      byId.delete(oldest);
      kept -= lines.length;
    }
  };
  /** What the series left at a path: undefined if a patch touched it, but its text is not known. */
  const byPath = new Map<string, FileText | undefined>();

  const made = (id: string | undefined): FileText | undefined =>
    id === undefined ? undefined : byId.get(id.slice(0, SHORTEST_ID));
  const stored = async (id: string | undefined): Promise<FileText | 'too-large' | undefined> => {
    const bytes = id === undefined ? undefined : await blobs?.blob(id);
    return bytes && (fileText(bytes) ?? 'too-large');
  };

  return {
    async *before(file) {
      const own = made(file.oldOid);
      if (own) yield own;
      const blob = await stored(file.oldOid);
      if (blob) yield blob;
      const path = file.oldPath ?? '';
      const left = byPath.get(path);
      if (left) yield left;
      if (byPath.has(path) || baseCommit === undefined) return;
      const bytes = await blobs?.file(baseCommit, path);
      if (bytes) yield fileText(bytes) ?? 'too-large';
    },
    after: async (file) => stored(file.newOid),
    remember(file, text) {
      if (file.oldPath !== null && file.kind !== 'copied') byPath.set(file.oldPath, undefined);
      if (file.newPath === null) return;
      byPath.set(file.newPath, text);
      if (text && file.newOid !== undefined) keep(file.newOid.slice(0, SHORTEST_ID), text);
    },
  };
}
