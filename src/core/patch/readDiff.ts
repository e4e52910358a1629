import type { Problem, WithProblems } from '../problem.ts';
import { readFileChange } from './diff/fileChange.ts';
import { atFileHeader } from './diff/fileHeader.ts';
import { LineCursor } from './diff/lineCursor.ts';
import { reportTo, type Place, type Report } from './place.ts';
import type { FileChange } from './series.ts';

/**
 * Reads a unified diff, as git or `diff -u` write it. Text between files is passed over, as git does; what looks like a
 * part of a diff and is none is reported. Never throws; one damaged hunk costs no other.
 *
 * The reader is a machine of two states: between files, where only a real file header counts, and in a file, where hunks
 * follow each other. It finds where each hunk ends and what its counts truly are; parse-diff then reads the lines.
 */
export function readDiff(text: string, at: Place): WithProblems<readonly FileChange[]> {
  const cursor = new LineCursor(text);
  const problems: Problem[] = [];
  const report = reportTo(problems, at);
  const files: FileChange[] = [];
  let separator: number | undefined;
  while (!cursor.atEnd) {
    if (atFileHeader(cursor)) {
      if (separator !== undefined) report('forged-header', DIFF_IN_MESSAGE, separator);
      separator = undefined;
      const file = readFileChange(cursor, problems, at);
      if (file) files.push(file);
    } else {
      if (files.length > 0 && /^---\s*$/.test(cursor.peek())) separator = cursor.line;
      reportStray(cursor, report, files.length > 0);
      cursor.next();
    }
  }
  return { value: files, problems };
}

/** Offset of the first file header in a text, or -1. */
export function findDiff(text: string): number {
  const cursor = new LineCursor(text);
  while (!cursor.atEnd && !atFileHeader(cursor)) cursor.next();
  return cursor.atEnd ? -1 : cursor.offset;
}

const DIFF_IN_MESSAGE =
  'A diff stands above this end of the message. git applies it like the rest, so it is shown as part of the patch.';

/** A line outside of all files: prose, a signature, or a part of a diff that has lost its place. */
function reportStray(cursor: LineCursor, report: Report, behindFile: boolean): void {
  const line = cursor.peek();
  const isLast = cursor.offset + line.length === cursor.text.length;
  if (/^diff --(git|cc|combined) /.test(line))
    report('forged-header', 'This line looks like the header of a file, but no change follows.', cursor.line);
  else if (/^@@ -\d+(,\d+)? \+\d+(,\d+)? @@/.test(line))
    report(
      'forged-header',
      'This line looks like the header of a hunk, but it belongs to no file.',
      cursor.line,
    );
  else if (/^Binary files .* differ$/.test(line))
    report('binary-file', `${line}: the change is not shown.`, cursor.line);
  else if (/^Only in .*: /.test(line))
    report('hunk-garbage', `${line}: what it holds is not shown.`, cursor.line);
  else if (behindFile && isLast && line !== '' && BEGINNINGS.some((begin) => begin.startsWith(line)))
    report('truncated-mail', 'The text ends where the header of a file or of a hunk begins.', cursor.line);
  else if (line.startsWith('* Unmerged path '))
    report('combined-diff', `${line.slice(2)}: the change is not shown.`, cursor.line);
}

const BEGINNINGS = ['diff --git ', '@@ -'];
