import type { Report } from '../place.ts';
import { atFileHeader, atPlainHeader } from './fileHeader.ts';
import type { LineCursor } from './lineCursor.ts';

/** A hunk whose extent is known and whose counts are true; its lines are still text. */
export interface HunkText {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly section: string;
  /** 1-based line of its header in the text. */
  readonly line: number;
  /** Its lines with markers, each ended by LF; what belongs to no side is taken out, `\` lines are spelled as git does. */
  readonly body: string;
}

/** How git marks a missing line end. Other tools translate it; the backslash and the blank are what counts. */
const NO_NEWLINE = '\\ No newline at end of file';

/** Most lines in a row, inside a hunk, that are no diff lines and are still taken for damage instead of its end. */
const MAX_GARBAGE = 3;

const HEADER = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@(?: ?(.*))?$/;

/**
 * Reads the hunk whose header is the current line and moves behind it. Undefined if the header cannot be read (nothing is
 * consumed), or if the hunk is empty. Counts that do not fit are reported and mended: the lines that are there are taken, but
 * never a line that begins another file, another hunk or a mail's signature.
 */
export function readHunk(cursor: LineCursor, report: Report): HunkText | undefined {
  const header = HEADER.exec(cursor.peek());
  if (!header) return undefined;
  const [, oldStart = '', oldCount = '1', newStart = '', newCount = '1', section = ''] = header;
  const at = cursor.line;
  cursor.next();
  const counts: Counts = { old: Number(oldCount), new: Number(newCount) };
  const body = readBody(cursor, counts, report);
  const oldLines = Number(oldCount) - counts.old;
  const newLines = Number(newCount) - counts.new;
  reportCounts(cursor, report, at, counts, `-${oldLines} +${newLines}`, `-${oldCount} +${newCount}`);
  if (oldLines === 0 && newLines === 0) {
    if (counts.old === 0 && counts.new === 0)
      report('hunk-garbage', 'This hunk announces no lines at all.', at);
    return undefined;
  }
  return {
    oldStart: Number(oldStart),
    oldLines,
    newStart: Number(newStart),
    newLines,
    section: section.trim(),
    line: at,
    body,
  };
}

/** Lines still to come on each side; below zero when there are more than announced. */
interface Counts {
  old: number;
  new: number;
}

function reportCounts(
  cursor: LineCursor,
  report: Report,
  at: number,
  left: Counts,
  found: string,
  announced: string,
): void {
  if (cursor.atEnd && (left.old > 0 || left.new > 0))
    report(
      'truncated-mail',
      `The text ends inside this hunk: it announces ${announced} lines, there are ${found}.`,
      at,
    );
  else if (left.old !== 0 || left.new !== 0)
    report('hunk-count', `This hunk announces ${announced} lines, but there are ${found}.`, at);
  else if (cursor.atEnd && !cursor.text.endsWith('\n'))
    report('truncated-mail', 'The text ends in the middle of a line of this hunk.', at);
}

/** Takes the lines of a hunk and counts `left` down. */
function readBody(cursor: LineCursor, left: Counts, report: Report): string {
  let body = '';
  let from = cursor.offset;
  const first = cursor.offset;
  const replaceLine = (replacement: string): void => {
    body += cursor.text.slice(from, cursor.offset) + replacement;
    cursor.next();
    from = cursor.offset;
  };
  while (!cursor.atEnd) {
    const complete = left.old <= 0 && left.new <= 0;
    const marker = cursor.text[cursor.offset];
    if (marker === ' ') {
      left.old--;
      left.new--;
    } else if (marker === '+') {
      left.new--;
    } else if (marker === '-') {
      if (endsHunk(cursor, left)) break;
      left.old--;
    } else if (marker === '\\' && cursor.startsWith('\\ ')) {
      if (body === '' && cursor.offset === first) {
        report('hunk-garbage', 'This hunk begins with a mark of a missing line end.', cursor.line);
        replaceLine('');
        continue;
      }
      if (cursor.startsWith(`${NO_NEWLINE}\n`)) cursor.next();
      else replaceLine(`${NO_NEWLINE}\n`);
      continue;
    } else if (left.old > 0 && left.new > 0 && cursor.peek() === '') {
      left.old--;
      left.new--;
    } else {
      const garbage = complete ? 0 : garbageLines(cursor);
      if (garbage === 0) break;
      report(
        'hunk-garbage',
        `A line of this hunk is no diff line and was left out: ${excerpt(cursor)}`,
        cursor.line,
      );
      for (let i = 0; i < garbage; i++) replaceLine('');
      continue;
    }
    cursor.next();
  }
  body += cursor.text.slice(from, cursor.offset);
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

/** Whether a line that begins with `-` is not a removed line but begins a file or a mail's signature. */
function endsHunk(cursor: LineCursor, left: Counts): boolean {
  if (!cursor.startsWith('--')) return false;
  if (atPlainHeader(cursor)) return !(left.old === 1 && left.new === 1);
  const line = cursor.peek();
  if (left.old <= 0 && left.new <= 0) return /^-{2,} *$/.test(line);
  if (line !== '-- ') return false;
  const completes = left.old === 1 && left.new === 0;
  return !completes && !/^[-+ \\]/.test(cursor.peek(1));
}

/** Number of lines, from the current one on, that stand between two diff lines of a hunk; 0 if the hunk ends here. */
function garbageLines(cursor: LineCursor): number {
  if (atFileHeader(cursor)) return 0;
  for (let count = 1; count <= MAX_GARBAGE + 1; count++) {
    if (/^(@@ |diff |From |Index: )/.test(cursor.peek(count - 1))) return 0;
    const below = cursor.peek(count);
    if (/^[-+ \\]/.test(below)) return count <= MAX_GARBAGE && below !== '-- ' ? count : 0;
  }
  return 0;
}

function excerpt(cursor: LineCursor): string {
  return JSON.stringify(cursor.peek().slice(0, 60));
}
