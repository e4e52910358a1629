import type { Analysis } from '../../analysis.ts';
import { diffLineText, hunkHeader } from '../../patch/formatHunk.ts';
import type { FileChange, Patch } from '../../patch/series.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import type { Mark, Review } from '../review.ts';

/** A file of b4's review directory, `.git/b4-review/<commit>/`. */
export interface B4File {
  /** `identity.txt`, `series.txt`, or `0001.txt` and so on. */
  readonly name: string;
  readonly text: string;
}

/**
 * A review as b4 takes it in: who reviews, a note on the series, and for each patch with open questions a note and the whole
 * diff quoted with the questions below the lines they are about. b4 passes over reviews without a name and an address.
 */
export function writeB4Review({ series }: Analysis, review: Review): WithProblems<readonly B4File[]> {
  const open = review.marks.filter(({ state, exit }) => state === 'needs-explanation' && exit === null);
  const onCover = open.filter(({ target }) => target.kind === 'cover');
  const files: B4File[] = [{ name: 'identity.txt', text: `${review.reviewer}\n` }];
  if (onCover.length > 0) files.push({ name: 'series.txt', text: lined(noteLines(onCover)) });
  let left = open.length - onCover.length;
  for (const patch of series.patches) {
    const { text, written } = patchText(patch, open);
    left -= written;
    if (written > 0) files.push({ name: `${String(patch.position).padStart(4, '0')}.txt`, text });
  }
  const problems: Problem[] = [];
  if (!/^[^<>]*\S[^<>]*<[^<>\s]+@[^<>\s]+>$/.test(review.reviewer)) problems.push(NO_IDENTITY);
  if (left > 0) {
    const message = `${left} questions stand on lines that no patch shows; b4 has no place for them.`;
    problems.push({ code: 'review-conflict', message, at: series.subject });
  }
  return { value: files, problems };
}

const NO_IDENTITY: Problem = {
  code: 'review-conflict',
  message: 'b4 passes over a review without a name and an address; say who you are in the settings.',
  at: 'identity.txt',
};

/** Questions with an empty line between them; b4 lists the first line of a note. */
function noteLines(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap(({ question }) => [...questionLines(question), '']);
}

/** A line of a question that itself begins like a quotation would be taken for one. */
function questionLines(question: string): readonly string[] {
  const text = question.trim() === '' ? 'Could you explain this?' : question;
  return text.split('\n').map((line) => (line.startsWith('>') ? ` ${line}` : line));
}

function lined(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}

function patchText(patch: Patch, open: readonly Mark[]): { readonly text: string; readonly written: number } {
  const note = open.filter(({ target }) => target.kind === 'message' && target.patch === patch.id);
  const lines = [...noteLines(note)];
  let written = note.length;
  for (const file of patch.files) {
    lines.push(...headerOf(file).map(quote));
    for (const hunk of file.hunks) {
      lines.push(quote(hunkHeader(hunk)));
      for (const line of hunk.lines) {
        lines.push(quote(diffLineText(line)));
        const here = open.filter((mark) => endsAt(mark, patch, file, line));
        for (const { question } of here) lines.push('', ...questionLines(question), '');
        written += here.length;
      }
    }
  }
  return { text: lined(lines), written };
}

function endsAt(
  { target }: Mark,
  patch: Patch,
  file: FileChange,
  line: { readonly oldLine: number | undefined; readonly newLine: number | undefined },
): boolean {
  if (target.kind !== 'lines' || target.patch !== patch.id) return false;
  const [path, number] = target.side === 'old' ? [file.oldPath, line.oldLine] : [file.newPath, line.newLine];
  return path === target.path && number === target.endLine;
}

function quote(line: string): string {
  return `> ${line}`;
}

function headerOf({ oldPath, newPath }: FileChange): readonly string[] {
  const [before, after] = [oldPath ?? newPath ?? '', newPath ?? oldPath ?? ''];
  return [
    `diff --git a/${before} b/${after}`,
    oldPath === null ? '--- /dev/null' : `--- a/${before}`,
    newPath === null ? '+++ /dev/null' : `+++ b/${after}`,
  ];
}
