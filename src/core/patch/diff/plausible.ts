import type { FileHeader } from './fileHeader.ts';
import type { HunkText } from './hunkText.ts';

/** Ids of the empty file in both of git's object formats. */
const EMPTY_FILE = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

/**
 * Whether a header of a text file that no hunk follows announces a change of content all the same. At the end of a text
 * it is also taken to be cut off when it says nothing of the content.
 */
export function lacksContent(header: FileHeader, atEnd: boolean): boolean {
  const { change, oldOid, newOid, oldMode, newMode, similarity } = header;
  const filled = [oldOid, newOid].filter((oid) => oid !== undefined && !isEmptyFile(oid));
  if (oldOid !== newOid && filled.length > 0) return true;
  if (change === 'modified') return oldMode === newMode;
  if (oldOid !== undefined || newOid !== undefined) return false;
  return change === 'added' || change === 'deleted' ? atEnd : similarity !== 100;
}

function isEmptyFile(oid: string): boolean {
  return EMPTY_FILE.some((empty) => empty.startsWith(oid));
}

/** Whether a hunk begins before the one above it has ended. */
export function overlaps(above: HunkText, below: HunkText): boolean {
  return below.oldStart < above.oldStart + above.oldLines || below.newStart < above.newStart + above.newLines;
}
