import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../../src/core/analysis.ts';
import { replyMails } from '../../../../src/core/output/replyMails.ts';
import { readSeries } from '../../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../../src/core/patch/series.ts';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import { remarksReview } from '../../../../src/core/review/replies/remarksReview.ts';
import { replyRemarks } from '../../../../src/core/review/replies/replyRemarks.ts';
import type { MarkTarget, Review } from '../../../../src/core/review/review.ts';
import { mark } from '../sample.ts';

const MBOX = readFileSync('media/example/fan-v1.mbox');
const REVIEWER = 'Reviewer Three <reviewer@example.org>';
const TIMER = 'rust/system/src/timer.rs';

let series: Series;
let analysis: Analysis;
let review: Review;

beforeAll(async () => {
  const read = await readSeries([{ name: 'fan-v1.mbox', bytes: MBOX }]);
  const [first] = read.value;
  if (!first) throw new Error('no series');
  series = first;
  analysis = { series, profile: 'qemu', patches: [], problems: [] };
  const patch = series.patches[3]?.id ?? '';
  const at = (line: number, endLine = line): MarkTarget => ({
    kind: 'lines',
    patch,
    path: TIMER,
    side: 'new',
    line,
    endLine,
  });
  review = {
    ...emptyReview(series),
    reviewer: REVIEWER,
    marks: [
      mark(at(11), 'Which thread may hold a timer?'),
      mark(at(22, 23), 'Why can this not be NULL?\n\nC says nothing.'),
      mark({ kind: 'message', patch, line: 1, endLine: 1 }, 'Is there a test?'),
      mark(at(26)),
    ],
  };
});

/** Places and texts, without what does not survive a way there and back. */
function short(remarks: readonly { readonly target: MarkTarget | undefined; readonly text: string }[]) {
  return remarks.map(({ target, text }) => [target?.kind, target?.endLine, text]);
}

const LINES = [
  ['lines', 11, 'Which thread may hold a timer?'],
  ['lines', 23, 'Why can this not be NULL?\n\nC says nothing.'],
];
const MESSAGE = ['message', 1, 'Is there a test?'];

describe('a reply', () => {
  it('that this program wrote is read back at the lines it is about', async () => {
    const [mail] = replyMails(analysis, review, { from: REVIEWER });
    const envelope = 'Message-ID: <reply@example.org>\nDate: Tue, 10 Mar 2026 10:00:00 +0000\n';
    const bytes = new TextEncoder().encode(envelope + (mail?.text ?? ''));
    const read = await readSeries([
      { name: 'fan-v1.mbox', bytes: MBOX },
      { name: 'reply.eml', bytes },
    ]);
    const remarks = replyRemarks(read.value.at(-1) ?? series);
    const asked = remarks.filter(({ text }) => !text.includes('crossings:'));
    expect(short(asked)).toEqual([MESSAGE, ...LINES]);
    expect(asked[0]).toMatchObject({ author: REVIEWER, messageId: '<reply@example.org>' });
  });

  it('is found by what it quotes, also when it answers another reply, and kept when its lines are nowhere', () => {
    const reply = (id: number, inReplyTo: string, text: string) => ({
      author: `Reader ${id} <reader${id}@example.org>`,
      text,
      envelope: {
        messageId: `<r${id}@example.org>`,
        inReplyTo,
        references: [],
        subject: 'Re: x',
        from: '',
        to: [],
        cc: [],
        date: undefined,
      },
    });
    const parent = series.patches[3]?.envelope?.messageId ?? '';
    const answered = {
      ...series,
      replies: [
        reply(1, parent, '> +unsafe impl Send for Timer {}\n\nWhy?\n'),
        reply(
          2,
          '<r1@example.org>',
          '> +unsafe impl Send for Timer {}\n\nIndeed.\n\n> +nowhere();\n\nAnd this?\n',
        ),
      ],
    };
    expect(short(replyRemarks(answered))).toEqual([
      ['lines', 11, 'Why?'],
      ['lines', 11, 'Indeed.'],
      [undefined, undefined, 'And this?'],
    ]);
    const reviews = remarksReview(series, replyRemarks(answered), '2026-03-10T10:00:00Z');
    expect(reviews.map(({ reviewer, marks }) => [reviewer, marks.length])).toEqual([
      ['Reader 1 <reader1@example.org>', 1],
      ['Reader 2 <reader2@example.org>', 2],
    ]);
    expect(reviews[0]?.marks[0]?.anchor.text).toEqual(['unsafe impl Send for Timer {}']);
    expect(reviews[1]?.marks[1]).toMatchObject({
      target: { kind: 'message', patch: series.patches[3]?.id },
      anchor: { text: ['+nowhere();'] },
    });
  });
});
