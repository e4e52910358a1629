import type { Analysis } from '../../analysis.ts';
import { diffLineText, hunkHeader } from '../../patch/formatHunk.ts';
import type { FileChange, Patch, Series } from '../../patch/series.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';
import { placedRemarks, type Remark } from './replyRemarks.ts';

/** A file of b4's review directory, `.git/b4-review/<commit>/`. */
export interface B4File {
  /** `identity.txt`, `series.txt`, or `0001.txt` and so on. */
  readonly name: string;
  readonly text: string;
}

/**
 * A review as b4 keeps it: who reviews, a note on the series, and for each patch a summary line, a note, and the whole diff
 * quoted with the open questions below the lines they are about.
 */
export function writeB4Review({ series }: Analysis, review: Review): readonly B4File[] {
  const open = review.marks.filter(({ state, exit }) => state === 'needs-explanation' && exit === null);
  const words = (marks: readonly Mark[]): readonly string[] =>
    marks.flatMap(({ question }) => ['', ...questionLines(question), '']);
  const onCover = open.filter(({ target }) => target.kind === 'cover');
  return [
    { name: 'identity.txt', text: `${review.reviewer}\n` },
    { name: 'series.txt', text: `${[series.subject, ...words(onCover)].join('\n')}\n` },
    ...series.patches.map((patch, index) => ({
      name: `${String(index + 1).padStart(4, '0')}.txt`,
      text: patchText(patch, open),
    })),
  ];
}

function questionLines(question: string): readonly string[] {
  return (question.trim() === '' ? 'Could you explain this?' : question).split('\n');
}

function patchText(patch: Patch, open: readonly Mark[]): string {
  const note = open.filter(({ target }) => target.kind === 'message' && target.patch === patch.id);
  const lines = [
    patch.message.subject,
    '',
    ...note.flatMap(({ question }) => [...questionLines(question), '']),
  ];
  for (const file of patch.files) {
    lines.push(...headerOf(file).map(quote));
    for (const hunk of file.hunks) {
      lines.push(quote(hunkHeader(hunk)));
      for (const line of hunk.lines) {
        lines.push(quote(diffLineText(line)));
        const here = open.filter(({ target }) => {
          if (target.kind !== 'lines' || target.patch !== patch.id) return false;
          const [path, number] =
            target.side === 'old' ? [file.oldPath, line.oldLine] : [file.newPath, line.newLine];
          return path === target.path && number === target.endLine;
        });
        for (const { question } of here) lines.push('', ...questionLines(question), '');
      }
    }
  }
  return `${lines.join('\n')}\n`;
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

/** The remarks in b4's review files. Files that belong to no patch of the series are passed over. */
export function readB4Review(files: readonly B4File[], series: Series): readonly Remark[] {
  const author = files.find(({ name }) => name === 'identity.txt')?.text.trim() ?? '';
  return files.flatMap(({ name, text }) => {
    const number = /^(\d{4})\.txt$/.exec(name)?.[1];
    const patch = number === undefined ? undefined : series.patches[Number(number) - 1];
    if (!patch) return [];
    const body = text.split('\n');
    const start = body.findIndex((line) => line.startsWith('>'));
    const note = body
      .slice(1, start < 0 ? undefined : start)
      .join('\n')
      .trim();
    const target: MarkTarget = { kind: 'message', patch: patch.id, line: 1, endLine: 1 };
    const remarks = [
      ...(note === '' ? [] : [{ text: note, target, quoted: [] }]),
      ...(start < 0 ? [] : placedRemarks(patch, body.slice(start).join('\n'))),
    ];
    return remarks.map((remark): Remark => ({ ...remark, author, messageId: undefined }));
  });
}
