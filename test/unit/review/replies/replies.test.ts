import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../../src/core/analysis.ts';
import { replyMails } from '../../../../src/core/output/replyMails.ts';
import { readSeries } from '../../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../../src/core/patch/series.ts';
import { remarksReview } from '../../../../src/core/review/replies/remarksReview.ts';
import { replyRemarks } from '../../../../src/core/review/replies/replyRemarks.ts';
import type { Review } from '../../../../src/core/review/review.ts';
import { LINES, MBOX, MESSAGE, REVIEWER, short, timerReview } from './timerReview.ts';

let series: Series;
let analysis: Analysis;
let review: Review;

beforeAll(async () => {
  ({ analysis, review } = await timerReview());
  ({ series } = analysis);
});

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
