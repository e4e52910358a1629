import type { Patch, Series } from '../../patch/series.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { placedRemarks, type PlacedWords } from './placedRemarks.ts';
import type { Remark } from './remark.ts';
import type { B4File } from './writeB4Review.ts';

/**
 * The remarks in b4's review files. What is of no patch of the series, and files that are none of b4's, are problems; what
 * can be read is read all the same.
 */
export function readB4Review(files: readonly B4File[], series: Series): WithProblems<readonly Remark[]> {
  const problems: Problem[] = [];
  const author = files.find(({ name }) => name === 'identity.txt')?.text.trim() ?? '';
  const problem = (message: string, at: string): void => {
    problems.push({ code: 'unreadable-input', message, at });
  };
  if (author === '')
    problem('Nobody says whose review this is; its remarks are shown without a name.', 'identity.txt');
  const value = files.flatMap(({ name, text }): readonly Remark[] => {
    if (name === 'identity.txt') return [];
    if (name === 'series.txt') return seriesNote(text, series).map((remark) => ({ ...remark, author }));
    const number = /^(\d{4})\.txt$/.exec(name)?.[1];
    const patch = series.patches.find(({ position }) => position === Number(number));
    if (number === undefined) problem('This is none of the files that b4 keeps a review in.', name);
    else if (!patch)
      problem(`The series has no patch ${Number(number)}, so the remarks on it were left out.`, name);
    if (!patch) return [];
    return patchRemarks(patch, text).map((remark) => ({
      ...remark,
      author,
      messageId: undefined,
      patch: patch.id,
    }));
  });
  return { value, problems };
}

function seriesNote(text: string, series: Series): readonly Omit<Remark, 'author'>[] {
  const note = withoutSubject(text.trim(), series.subject);
  if (note === '') return [];
  const has = (series.cover?.message.body.length ?? 0) > 0;
  const target = has ? ({ kind: 'cover', line: 1, endLine: 1 } as const) : undefined;
  return [{ text: note, target, quoted: [], messageId: undefined }];
}

/** A note on the patch, and what stands below the lines of its diff. */
function patchRemarks(patch: Patch, text: string): readonly PlacedWords[] {
  const body = text.split('\n');
  const start = body.findIndex((line) => /^> ?(diff --git |--- |@@ )/.test(line));
  const above = body.slice(0, start < 0 ? undefined : start).join('\n');
  const note = withoutSubject(above.trim(), patch.message.subject);
  const target =
    patch.message.body.length > 0
      ? ({ kind: 'message', patch: patch.id, line: 1, endLine: 1 } as const)
      : undefined;
  return [
    ...(note === '' ? [] : [{ text: note, target, quoted: [] }]),
    ...(start < 0 ? [] : placedRemarks(patch, body.slice(start).join('\n'))),
  ];
}

/** The first line sums the note up; here it only repeats the subject. */
function withoutSubject(note: string, subject: string): string {
  const [first = '', ...rest] = note.split('\n');
  return first.trim() === subject.trim() ? rest.join('\n').trim() : note;
}
