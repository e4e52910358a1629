import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSeries } from '../../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../../src/core/patch/series.ts';
import { pastedReply } from '../../../../src/core/review/replies/pastedReply.ts';
import type { Remark } from '../../../../src/core/review/replies/remark.ts';
import { remarksReview } from '../../../../src/core/review/replies/remarksReview.ts';
import { replyRemarks } from '../../../../src/core/review/replies/replyRemarks.ts';

const MBOX = readFileSync('media/example/fan-v1.mbox');
const REVIEWER = 'Reviewer Three <reviewer@example.org>';
const AUTHOR = 'Author One <author@example.org>';

let series: Series;
let patchMail: string;

beforeAll(async () => {
  const read = await readSeries([{ name: 'fan-v1.mbox', bytes: MBOX }]);
  const [first] = read.value;
  if (!first) throw new Error('no series');
  series = first;
  patchMail = series.patches[3]?.envelope?.messageId ?? '';
});

interface Letter {
  readonly id: string;
  readonly from?: string;
  readonly to: string;
  readonly text: string;
  readonly subject?: string;
}

function letter({ id, from = REVIEWER, to, text, subject = 'Re: [PATCH 4/6] x' }: Letter): string {
  const headers = [
    `From: ${from}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.org>`,
    ...(to === '' ? [] : [`In-Reply-To: ${to}`, `References: ${to}`]),
    'Date: Tue, 10 Mar 2026 10:00:00 +0000',
  ];
  return `${headers.join('\n')}\n\n${text}`;
}

/** The remarks of a thread: the posting, and these answers. */
async function thread(...letters: readonly Letter[]): Promise<readonly Remark[]> {
  const answers = letters.map((one, index) => ({
    name: `${index}.eml`,
    bytes: new TextEncoder().encode(letter(one)),
  }));
  const read = await readSeries([{ name: 'fan-v1.mbox', bytes: MBOX }, ...answers]);
  return replyRemarks(read.value.at(-1) ?? series);
}

const SEND = '> +unsafe impl Send for Timer {}';

describe('a thread', () => {
  it('says when and in which mail a remark was made', async () => {
    const [remark] = await thread({ id: 'r1', to: patchMail, text: `${SEND}\n\nWhy?\n` });
    expect(remark).toMatchObject({
      author: REVIEWER,
      text: 'Why?',
      date: '2026-03-10T10:00:00.000Z',
      patch: series.patches[3]?.id,
      mail: { id: '<r1@example.org>', references: [patchMail] },
    });
  });

  it('puts an answer below the remark that it quotes, and what is asked back as well', async () => {
    const remarks = await thread(
      { id: 'r1', to: patchMail, text: `${SEND}\n\nWhich thread\nmay hold it?\n` },
      {
        id: 'r2',
        from: AUTHOR,
        to: '<r1@example.org>',
        text: `On Tue, somebody wrote:\n> ${SEND}\n> \n> Which thread\n> may hold it?\n\nAny.\n`,
      },
      {
        id: 'r3',
        to: '<r2@example.org>',
        text: `> > ${SEND}\n> > Which thread\n> > may hold it?\n> Any.\n\nSay so.\n`,
      },
    );
    expect(remarks.map(({ text }) => text)).toEqual(['Which thread\nmay hold it?']);
    expect(remarks[0]?.answers?.map(({ author, text }) => [author, text])).toEqual([
      [AUTHOR, 'Any.'],
      [REVIEWER, 'Say so.'],
    ]);
  });

  it('finds code that was quoted twice, and what is not in the patch stays', async () => {
    const remarks = await thread(
      { id: 'r1', to: patchMail, text: `${SEND}\n\nWhy?\n\n> +not_here();\n\nAnd this?\n` },
      { id: 'r2', from: AUTHOR, to: '<r1@example.org>', text: `> ${SEND}\n\nI wonder, too.\n` },
    );
    expect(remarks.map(({ text, target }) => [text, target?.line])).toEqual([
      ['Why?', 11],
      ['And this?', undefined],
      ['I wonder, too.', 11],
    ]);
  });

  it('keeps words that quote nothing, and those on the cover letter', async () => {
    const cover = series.cover?.envelope?.messageId ?? '';
    const line = series.cover?.message.body[0] ?? '';
    const remarks = await thread(
      { id: 'r1', to: patchMail, text: 'Please split this patch.\n\nReviewed-by: Nobody <n@example.org>\n' },
      { id: 'r2', to: cover, text: `> ${line}\n\nWhy now?\n` },
      { id: 'r3', to: patchMail, text: 'Reviewed-by: Reviewer Three <reviewer@example.org>\n' },
    );
    expect(remarks.map(({ text, target, patch }) => [text, target?.kind, patch])).toEqual([
      ['Please split this patch.', undefined, series.patches[3]?.id],
      ['Why now?', 'cover', undefined],
    ]);
    const marks = remarksReview(series, remarks, '2026-03-10T10:00:00Z')[0]?.marks ?? [];
    expect(marks[0]).toMatchObject({ target: { kind: 'message' }, anchor: { text: [] } });
  });

  it('does not take what this program counted for a remark', async () => {
    const counted = '12 crossings: 9 understood, 3 need explanation,\n0 not looked at.';
    const remarks = await thread({ id: 'r1', to: patchMail, text: `${SEND}\n\nWhy?\n\n${counted}\n` });
    expect(remarks.map(({ text }) => text)).toEqual(['Why?']);
  });
});

describe('a pasted reply', () => {
  const place = (text: string) => {
    const { value } = pastedReply(text, 'clipboard', series);
    return value.map(({ text: words, target, author }) => [words, target?.line, author]);
  };

  it('is placed by its headers, by its subject, or by what it quotes', () => {
    const text = `${SEND}\n\nWhy?\n`;
    const subject = `Re: [PATCH 4/6] ${series.patches[3]?.message.subject ?? ''}`;
    expect(place(letter({ id: 'r', to: patchMail, text }))).toEqual([['Why?', 11, REVIEWER]]);
    expect(place(letter({ id: 'r', to: '', subject, text }))).toEqual([['Why?', 11, REVIEWER]]);
    expect(place(letter({ id: 'r', to: '', text }))).toEqual([['Why?', 11, REVIEWER]]);
    expect(place(`On Tuesday, Author One wrote:\r\n${SEND}\r\n\r\nWhy?\r\n`)).toEqual([['Why?', 11, '']]);
  });

  it('gives the same mark as the thread does', async () => {
    const one: Letter = { id: 'r1', to: patchMail, text: `${SEND}\n\nWhy?\n` };
    const ids = [await thread(one), pastedReply(letter(one), 'clipboard', series).value].map((remarks) =>
      remarksReview(series, remarks, '2026-03-10T10:00:00Z')[0]?.marks.map(({ id }) => id),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).toHaveLength(1);
  });

  it('that answers nothing is told', () => {
    const { value, problems } = pastedReply('> quoted only\n', 'clipboard', series);
    expect(value).toEqual([]);
    expect(problems[0]?.message).toMatch(/^Nothing in this text answers a patch/);
  });
});
