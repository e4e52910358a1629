import { inInput } from '../../../src/core/patch/place.ts';
import { readDiff } from '../../../src/core/patch/readDiff.ts';
import type { FileChange, Hunk } from '../../../src/core/patch/series.ts';
import type { Problem } from '../../../src/core/problem.ts';

/** A diff as it was read, short enough to compare: one line for each file, and `code line` for each problem. */
export function read(text: string): {
  readonly files: readonly string[];
  readonly problems: readonly string[];
} {
  const { value, problems } = readDiff(text, inInput('in'));
  return { files: value.map(describeFile), problems: problems.map(describeProblem) };
}

/**
 * `kind old > new` with facts that are not the usual ones, then the hunks: ranges, section and one letter for each line
 * (`c`ontext, `r`emoved, `a`dded; `!` behind a line without line end).
 */
export function describeFile(file: FileChange): string {
  const names =
    file.oldPath === file.newPath ? file.oldPath : `${file.oldPath ?? '-'} > ${file.newPath ?? '-'}`;
  const facts = [
    file.binary ? 'binary' : '',
    file.combined ? 'combined' : '',
    file.similarity === undefined ? '' : `${file.similarity}%`,
    file.oldMode === file.newMode ? '' : `${file.oldMode ?? '-'} to ${file.newMode ?? '-'}`,
  ].filter((fact) => fact !== '');
  return [file.kind, names, ...facts.map((fact) => `(${fact})`), ...file.hunks.map(describeHunk)].join(' ');
}

function describeHunk({ oldStart, oldLines, newStart, newLines, section, lines }: Hunk): string {
  const letters = lines.map(({ kind, noNewline }) => `${kind.charAt(0)}${noNewline ? '!' : ''}`).join('');
  const where = `${oldStart},${oldLines}/${newStart},${newLines}`;
  return `${where}[${letters}]${section === '' ? '' : `{${section}}`}`;
}

export function describeProblem({ code, at }: Problem): string {
  return `${code} ${at.replace(/^in:/, '')}`;
}

/** A git diff of one file with usual header lines, and the hunks given. */
export function gitDiff(path: string, ...hunks: readonly string[]): string {
  const header = `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}\n`;
  return header + hunks.join('');
}

/** A hunk of four lines, which changes line 2. */
export const HUNK = '@@ -1,3 +1,3 @@\n int a;\n-int b;\n+int c;\n int d;\n';
/** How `describeFile` shows it. */
export const HUNK_READ = '1,3/1,3[crac]';
