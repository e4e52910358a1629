import type { Problem } from '../../problem.ts';
import { languageOf } from '../language.ts';
import { reportTo, type Place, type Report } from '../place.ts';
import type { DiffLine, FileChange, Hunk } from '../series.ts';
import { skipBinaryPatch } from './binaryPatch.ts';
import { readFileHeader, type FileHeader } from './fileHeader.ts';
import { hiddenCharacter } from './hiddenCharacters.ts';
import { hunkLines } from './hunkLines.ts';
import { readHunk, type HunkText } from './hunkText.ts';
import type { LineCursor } from './lineCursor.ts';
import { lacksContent, overlaps } from './plausible.ts';
import { safePath } from './safePath.ts';

/** Reads the file whose header is at the current line, and moves behind its last hunk; undefined if there is no header. */
export function readFileChange(cursor: LineCursor, problems: Problem[], at: Place): FileChange | undefined {
  const line = cursor.line;
  const header = readFileHeader(cursor);
  if (!header) return undefined;
  const oldName = header.oldPath === null ? null : safePath(header.oldPath);
  const newName = header.newPath === null ? null : safePath(header.newPath);
  const path = newName?.path ?? oldName?.path ?? '';
  const report = reportTo(problems, at, path);
  reportHeader(header, report, line);
  const language = languageOf(path);
  const known = problems.length;
  const combined = header.form === 'combined';
  if (combined) skipCombined(cursor, report, line);
  if (header.binary) skipBinary(cursor, report, line, language !== undefined);
  const texts = readHunks(cursor, report);
  const hunks = finishHunks(texts, report);
  if (problems.length === known && texts.length === 0 && !header.binary && lacksContent(header, cursor.atEnd))
    report(
      cursor.atEnd ? 'truncated-mail' : 'hunk-garbage',
      'The change that this header announces is missing.',
      line,
    );
  const onlyMode = hunks.length === 0 && !header.binary && header.oldMode !== header.newMode;
  return {
    kind: header.change === 'modified' && onlyMode ? 'mode' : header.change,
    oldPath: oldName?.path ?? null,
    newPath: newName?.path ?? null,
    language,
    oldOid: header.oldOid,
    newOid: header.newOid,
    oldMode: header.oldMode,
    newMode: header.newMode,
    similarity: header.similarity,
    binary: header.binary,
    combined,
    hunks,
  };
}

function reportHeader(header: FileHeader, report: Report, line: number): void {
  for (const path of new Set([header.oldPath, header.newPath])) {
    if (path === null) continue;
    if (!safePath(path).safe)
      report('unsafe-path', `The patch names it ${JSON.stringify(path)}, which leads out of the tree.`, line);
    const hidden = hiddenCharacter(path);
    if (hidden !== undefined) report('hidden-characters', `The name of the file holds ${hidden}.`, line);
  }
  if (!header.consistent)
    report(
      'forged-header',
      'The lines of this header contradict each other; git refuses such a patch.',
      line,
    );
}

/** Most lines between two hunks of a file that are no part of either. */
const MAX_GARBAGE = 3;

function readHunks(cursor: LineCursor, report: Report): readonly HunkText[] {
  const hunks: HunkText[] = [];
  for (;;) {
    const stray = strayLines(cursor);
    if (stray === undefined) return hunks;
    if (stray > 0)
      report(
        'hunk-garbage',
        'Lines between two hunks are no part of either; they were left out.',
        cursor.line,
      );
    for (let i = 0; i < stray; i++) cursor.next();
    const line = cursor.line;
    const hunk = readHunk(cursor, report);
    const last = hunks.at(-1);
    if (hunk && last && overlaps(last, hunk))
      report('hunk-count', 'This hunk overlaps the one above it.', line, hunk.newStart);
    if (hunk) hunks.push(hunk);
    else if (cursor.line === line) {
      report('hunk-garbage', 'The header of this hunk cannot be read, so the hunk was left out.', line);
      cursor.next();
    }
  }
}

/** Number of lines up to the next hunk header of the file; undefined if the file ends here. */
function strayLines(cursor: LineCursor): number | undefined {
  if (cursor.startsWith('@@ ')) return 0;
  for (let count = 0; count <= MAX_GARBAGE; count++) {
    const line = cursor.peek(count);
    if (/^(-- ?$|diff -|--- |From |Index: )/.test(line)) return undefined;
    if (/^@@ -\d+(,\d+)? \+\d/.test(line)) return count;
  }
  return undefined;
}

function finishHunks(texts: readonly HunkText[], report: Report): readonly Hunk[] {
  return hunkLines(texts).flatMap((lines, index) => {
    const text = texts[index];
    if (!text) return [];
    const { oldStart, oldLines, newStart, newLines, section, line } = text;
    if (!lines) {
      report('parse-diff-disagrees', 'Two readings of this hunk differ, so it was left out.', line, newStart);
      return [];
    }
    if (hiddenCharacter(text.body) !== undefined) reportHidden(lines, line + 1, report);
    return [{ oldStart, oldLines, newStart, newLines, section, lines }];
  });
}

/** `first` is the line of the text where the first of the lines stands. */
function reportHidden(lines: readonly DiffLine[], first: number, report: Report): void {
  let at = first;
  for (const { kind, text, oldLine, newLine, noNewline } of lines) {
    const hidden = hiddenCharacter(text);
    if (hidden !== undefined) {
      const which = kind === 'context' ? 'An unchanged' : kind === 'added' ? 'An added' : 'A removed';
      report(
        'hidden-characters',
        `${which} line holds ${hidden}, which is not seen.`,
        at,
        newLine ?? oldLine,
      );
    }
    at += noNewline ? 2 : 1;
  }
}

/** Binary data is told, never read. Where it stands in place of Rust or C, something to review is missing. */
function skipBinary(cursor: LineCursor, report: Report, line: number, isCode: boolean): void {
  if (!skipBinaryPatch(cursor))
    report('truncated-mail', 'The binary data of this file ends too early.', line);
  if (isCode)
    report(
      'unreadable-input',
      'This source file is sent as binary data, so nothing of it can be shown.',
      line,
    );
  else report('binary-file', 'This file is binary, so its change is not shown.', line);
}

/** A merge's diff has one column for each parent: its hunks cannot be read as two sides. */
function skipCombined(cursor: LineCursor, report: Report, line: number): void {
  report(
    'combined-diff',
    'This is a diff of a merge against several parents; its lines are not shown.',
    line,
  );
  while (/^(@@@|[-+ \\])/.test(cursor.peek()) && cursor.peek() !== '-- ') cursor.next();
}
