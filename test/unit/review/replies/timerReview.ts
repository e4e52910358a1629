// A review of the example series that replies, b4's files and GitHub's comments take to others and back.
import { readFileSync } from 'node:fs';
import type { Analysis } from '../../../../src/core/analysis.ts';
import { readSeries } from '../../../../src/core/patch/readSeries.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import type { MarkTarget, Review } from '../../../../src/core/review/review.ts';
import { mark } from '../sample.ts';

export const MBOX = readFileSync('media/example/fan-v1.mbox');
export const REVIEWER = 'Reviewer Three <reviewer@example.org>';
export const TIMER = 'rust/system/src/timer.rs';

/** Marks on lines, one on the commit message, and one without a question. */
export async function timerReview(): Promise<{ readonly analysis: Analysis; readonly review: Review }> {
  const [series] = (await readSeries([{ name: 'fan-v1.mbox', bytes: MBOX }])).value;
  if (!series) throw new Error('no series');
  const patch = series.patches[3]?.id ?? '';
  const at = (line: number, endLine = line): MarkTarget => ({
    ...{ kind: 'lines', patch, path: TIMER, side: 'new', line, endLine },
  });
  const review = {
    ...emptyReview(series),
    reviewer: REVIEWER,
    marks: [
      mark(at(11), 'Which thread may hold a timer?'),
      mark(at(22, 23), 'Why can this not be NULL?\n\nC says nothing.'),
      mark({ kind: 'message', patch, line: 1, endLine: 1 }, 'Is there a test?'),
      mark(at(26)),
    ],
  };
  return { analysis: { series, profile: 'qemu', patches: [], problems: [] }, review };
}

/** Places and texts, without what does not survive a way there and back. */
export function short(
  remarks: readonly { readonly target: MarkTarget | undefined; readonly text: string }[],
) {
  return remarks.map(({ target, text }) => [target?.kind, target?.endLine, text]);
}

export const LINES = [
  ['lines', 11, 'Which thread may hold a timer?'],
  ['lines', 23, 'Why can this not be NULL?\n\nC says nothing.'],
];
export const MESSAGE = ['message', 1, 'Is there a test?'];
