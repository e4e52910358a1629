import type { FileChange, Side } from '../patch/series.ts';
import type { BlobStore } from '../ports.ts';
import type { Problem, ProblemCode, WithProblems } from '../problem.ts';
import { applyHunks } from './applyHunks.ts';
import { MAX_BYTES, type FileText } from './fileText.ts';
import type { Image, ImagePair } from './image.ts';
import { textSource, type TextSource } from './textSource.ts';

/** Images of the files of one series, asked for patch after patch. */
export interface Images {
  /** Both sides of a file change; `at` names its place in problems ('image-mismatch', 'image-unavailable', 'file-too-large'). */
  of(file: FileChange, at: string): Promise<WithProblems<ImagePair>>;
}

/**
 * Makes images whole where that can be done without applying anything: from blobs of a repository, from what earlier patches
 * of the series left behind, or because the patch itself shows all of a file. Else they are what the hunks show.
 */
export function createImages(options: {
  readonly blobs?: BlobStore | undefined;
  readonly baseCommit?: string | undefined;
}): Images {
  const source = textSource(options.blobs, options.baseCommit);
  return {
    async of(file, at) {
      if (file.binary || file.combined)
        return { value: { old: none('old'), new: none('new') }, problems: [] };
      const problems: Problem[] = [];
      const tell = (code: ProblemCode, message: string): void => {
        problems.push({ code, message, at });
      };
      if (isTooLarge(file)) {
        if (file.language !== undefined) tell('file-too-large', TOO_LARGE_A_PATCH);
        source.remember(file, undefined);
        return { value: { old: none('old'), new: none('new') }, problems };
      }
      const texts = (await textsOf(file, source, tell)) ?? {};
      source.remember(file, texts.new);
      const isMissing = !texts.new && !texts.old && file.hunks.length > 0 && file.language !== undefined;
      if (options.blobs && isMissing && problems.length === 0)
        tell(
          'image-unavailable',
          'The repository does not have this version of the file: only the hunks are read.',
        );
      const value = { old: imageOf(file, 'old', texts.old), new: imageOf(file, 'new', texts.new) };
      return { value, problems };
    },
  };
}

interface Texts {
  readonly old?: FileText;
  readonly new?: FileText;
}

type Tell = (code: ProblemCode, message: string) => void;

const MISMATCH = 'The hunks do not fit the file that the repository has: only the hunks are read.';
const TOO_LARGE = 'The file is too large to be read as a whole: only its hunks are.';
const TOO_LARGE_A_PATCH = 'What the patch does to this file is too large to be source: it is not read.';

async function textsOf(file: FileChange, source: TextSource, tell: Tell): Promise<Texts | undefined> {
  if (file.newPath === null && isWhole(file)) return { old: shown(file, 'old') };
  if (file.oldPath === null) return isWhole(file) ? { new: shown(file, 'new') } : undefined;
  let mismatch = false;
  for await (const found of source.before(file)) {
    if (found === 'too-large') {
      tell('file-too-large', TOO_LARGE);
      return undefined;
    }
    const made = applyHunks(found, file.hunks, 'old');
    if (made) return file.newPath === null ? { old: found } : { old: found, new: made };
    mismatch = true;
  }
  const after = await source.after(file);
  if (after === 'too-large') {
    tell('file-too-large', TOO_LARGE);
    return undefined;
  }
  const made = after && applyHunks(after, file.hunks, 'new');
  if (after && made) return { old: made, new: after };
  if (mismatch || after) tell('image-mismatch', MISMATCH);
  return undefined;
}

/** True if the hunks show all of the one side that an added or deleted file has; not if they were cut off. */
function isWhole({ oldPath, oldOid, newOid, hunks }: FileChange): boolean {
  const [hunk] = hunks;
  if (!hunk) return isEmptyBlob(oldPath === null ? newOid : oldOid);
  const [start, length] = oldPath === null ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines];
  const kind = oldPath === null ? 'added' : 'removed';
  const isComplete = length === hunk.lines.length && hunk.lines.every((line) => line.kind === kind);
  return hunks.length === 1 && start <= 1 && isComplete;
}

/** Ids of the blob without content, in both of git's hashes. */
function isEmptyBlob(oid: string | undefined): boolean {
  return oid === undefined || oid.startsWith('e69de29') || oid.startsWith('473a0f4');
}

/** Counts characters, of which there are never more than bytes. */
function isTooLarge({ hunks }: FileChange): boolean {
  let size = 0;
  for (const { lines } of hunks) for (const { text } of lines) size += text.length + 1;
  return size > MAX_BYTES;
}

function shown(file: FileChange, side: Side): FileText {
  return file.hunks.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      (side === 'old' ? line.oldLine : line.newLine) === undefined ? [] : [line.text],
    ),
  );
}

function imageOf(file: FileChange, side: Side, text: FileText | undefined): Image {
  if ((side === 'old' ? file.oldPath : file.newPath) === null) return none(side);
  if (text) return { side, kind: 'whole', parts: [{ firstLine: 1, lines: text, section: '' }] };
  const parts = file.hunks.flatMap((hunk) => {
    const lines = shown({ ...file, hunks: [hunk] }, side);
    const firstLine = side === 'old' ? hunk.oldStart : hunk.newStart;
    return lines.length === 0 ? [] : [{ firstLine, lines, section: hunk.section }];
  });
  return { side, kind: 'hunks', parts };
}

function none(side: Side): Image {
  return { side, kind: 'none', parts: [] };
}
