import { describe, expect, it } from 'vitest';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { gitDiff } from './describeFiles.ts';

interface Post {
  readonly id?: string;
  readonly to?: string;
  readonly refs?: readonly string[];
  readonly from?: string;
  /** Minutes after the first. */
  readonly at?: number;
  readonly body?: string;
}

const PATCH = (path: string): string =>
  `Why ${path}.\n---\n${gitDiff(path, '@@ -1 +1 @@\n-a\n+b\n')}-- \n2.47.0\n\n`;

/** A mail of a mailbox; it holds a patch of `path` unless it has another body. */
function post(
  subject: string,
  { id, to, refs, from = 'One <one@example.org>', at = 0, body }: Post = {},
): string {
  const path = `${subject.replace(/^.*\] */, '').replace(/\W+/g, '-')}.c`;
  const headers = [
    'From git@z Thu Jan  1 00:00:00 1970',
    `From: ${from}`,
    `Subject: ${subject}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}@example.org>`, 'To: devel@lists.example.org']),
    ...(to === undefined ? [] : [`In-Reply-To: <${to}@example.org>`]),
    ...(refs ? [`References: ${refs.map((ref) => `<${ref}@example.org>`).join('\n ')}`] : []),
    ...(id === undefined ? [] : [`Date: ${new Date(Date.UTC(2025, 0, 6, 10, at)).toUTCString()}`]),
  ];
  return `${headers.join('\n')}\n\n${body ?? PATCH(path)}`;
}

async function readAll(
  ...mails: readonly string[]
): Promise<{ series: readonly Series[]; problems: readonly Problem[] }> {
  const { value, problems } = await readSeries([{ name: 'in', bytes: Buffer.from(mails.join('')) }]);
  return { series: value, problems };
}

/** `subject vN: positions and subjects`, in the order in which they were read. */
const shown = (series: readonly Series[]): readonly string[] =>
  series.map(
    ({ subject, version, patches }) =>
      `${subject} v${version}: ${patches.map((patch) => `${patch.position} ${patch.message.subject}`).join(', ')}`,
  );
const said = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, message }) => `${code}: ${message}`);

const COVER = (version = '', total = 2): string => `[PATCH${version} 0/${total}] fan: port`;
const LETTER = 'What it is for.\n\nOne (2):\n  a\n  b\n-- \n2.47.0\n\n';

describe('a series', () => {
  it('is put in order whatever order its mails came in', async () => {
    const { series, problems } = await readAll(
      post('[PATCH v2 2/2] b', { id: '2', to: '0' }),
      post(COVER(' v2'), { id: '0', body: LETTER }),
      post('[PATCH v2 1/2] a', { id: '1', to: '0' }),
    );
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['fan: port v2: 1 a, 2 b']);
    expect(series[0]).toMatchObject({
      id: '0@example.org',
      total: 2,
      recipients: ['devel@lists.example.org'],
      cover: { message: { body: ['What it is for.', '', 'One (2):', '  a', '  b'] } },
    });
    expect(series[0]?.patches[1]?.envelope).toMatchObject({
      messageId: '<2@example.org>',
      inReplyTo: '<0@example.org>',
    });
  });

  it.each([
    ['each patch answers the one before', ['0', '1', '2']],
    ['all answer the cover letter', ['0', '0', '0']],
    ['none answers anything', [undefined, undefined, undefined]],
  ])('is one series when %s', async (_, parents) => {
    const { series, problems } = await readAll(
      post(COVER('', 3), { id: '0', body: LETTER }),
      ...parents.map((to, index) =>
        post(`[PATCH ${index + 1}/3] p${index + 1}`, {
          id: `${index + 1}`,
          ...(to !== undefined && { to, refs: ['0'] }),
          at: index,
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['fan: port v1: 1 p1, 2 p2, 3 p3']);
  });

  it('without its cover letter is still one, and with gaps in the thread', async () => {
    const { series, problems } = await readAll(
      post('[PATCH 1/4] a', { id: '1', to: '0', refs: ['0'] }),
      post('[PATCH 2/4] b', { id: '2', to: '1', refs: ['0', '1'] }),
      post('[PATCH 4/4] d', { id: '4', to: '3', refs: ['0', '1', '2', '3'] }),
    );
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b, 4 d']);
    expect(said(problems)).toEqual(['missing-patch: Patch 3 of 4 is missing.']);
    expect(series[0]?.total).toBe(4);
  });

  it('names what is missing in ranges', async () => {
    const { problems } = await readAll(
      post('[PATCH 5/99999] a', { id: '5' }),
      post('[PATCH 3/99999] b', { id: '3' }),
    );
    expect(said(problems)).toEqual(['missing-patch: Patches 1–2, 4, 6–99999 of 99999 are missing.']);
  });

  it('of format-patch files needs no ids', async () => {
    const { series, problems } = await readAll(post('[PATCH 1/2] a'), post('[PATCH 2/2] b'));
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b']);
    expect(series[0]?.id).toMatch(/^diff-/);
    expect(series[0]?.patches.map(({ envelope }) => envelope)).toEqual([undefined, undefined]);
  });

  it('may have no numbers', async () => {
    const { series, problems } = await readAll(post('[PATCH] a'), post('[PATCH] b'));
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b']);
  });

  it('takes a patch that was posted twice once', async () => {
    const { series, problems } = await readAll(
      post('[PATCH 1/2] a', { id: '1' }),
      post('[PATCH RESEND 2/2] b again', { id: '3', to: '1', at: 5 }),
      post('[PATCH 2/2] b', { id: '2', to: '1', at: 1 }),
    );
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b again']);
    expect(said(problems)).toEqual(['duplicate-patch: Patch 2 was posted 2 times; the last one counts.']);
  });

  it('takes copies of one mail for one, unless they differ', async () => {
    const copy = post('[PATCH] a', { id: '1' });
    expect(await readAll(copy, copy)).toEqual(await readAll(copy));
    const { series, problems } = await readAll(copy, copy.replace('+b', '+c'));
    expect(shown(series)).toEqual(['a v1: 1 a']);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-patch']);
  });

  it('counts a mail that lost its diff, and says so', async () => {
    const { series, problems } = await readAll(
      post('[PATCH 1/2] a', { id: '1' }),
      post('[PATCH 2/2] b', { id: '2', to: '1', body: 'Why.\n' }),
    );
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b']);
    expect(problems.map(({ code }) => code)).toEqual(['no-patch-found']);
  });

  it('may be one patch that was numbered like a cover letter', async () => {
    const { series, problems } = await readAll(post('[PATCH 0/1] a', { id: '1' }));
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['a v1: 1 a']);
  });

  it('knows what it is based on, and its change-id', async () => {
    const letter = `Why.\n---\nbase-commit: 0123456789012345678901234567890123456789\nchange-id: 20250106-fan-0123456789ab\n\n-- \n2.47.0\n\n`;
    const { series } = await readAll(
      post(COVER('', 1), { id: '0', body: letter }),
      post('[PATCH 1/1] a', { id: '1', to: '0' }),
    );
    expect(series[0]).toMatchObject({
      baseCommit: '0123456789012345678901234567890123456789',
      changeId: '20250106-fan-0123456789ab',
    });
  });
});

describe('several series', () => {
  it('that are versions of one follow each other and are no problem', async () => {
    const { series, problems } = await readAll(
      post(COVER(' v2'), { id: 'w0', to: '0', at: 60, body: LETTER }),
      post('[PATCH v2 1/2] a', { id: 'w1', to: 'w0', at: 61 }),
      post('[PATCH v2 2/2] b', { id: 'w2', to: 'w0', at: 62 }),
      post(COVER(), { id: '0', body: LETTER }),
      post('[PATCH 1/2] a', { id: '1', to: '0', at: 1 }),
      post('[PATCH 2/2] b', { id: '2', to: '0', at: 2 }),
    );
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['fan: port v1: 1 a, 2 b', 'fan: port v2: 1 a, 2 b']);
  });

  it.each([
    ['the subject', (version: string) => ({ subject: `[PATCH ${version}] a`, body: undefined })],
    [
      'the change-id',
      (version: string) => ({
        subject: `[PATCH ${version}] a for ${version}`,
        body: `x\n---\nchange-id: 2025-x\n${gitDiff('a.c', '@@ -1 +1 @@\n-a\n+b\n')}\n`,
      }),
    ],
  ])('are known for versions by %s', async (_, make) => {
    const [one, two] = [make('v1'), make('v2')];
    const { series, problems } = await readAll(
      post(two.subject, { id: 'w', at: 9, ...(two.body !== undefined && { body: two.body }) }),
      post(one.subject, { id: '1', ...(one.body !== undefined && { body: one.body }) }),
    );
    expect(series.map(({ version }) => version)).toEqual([1, 2]);
    expect(problems).toEqual([]);
  });

  it('that have nothing to do with each other are told, the last posted last', async () => {
    const { series, problems } = await readAll(
      post('[PATCH] later', { id: '9', at: 9 }),
      post('[PATCH] early', { id: '1' }),
    );
    expect(shown(series)).toEqual(['early v1: 1 early', 'later v1: 1 later']);
    expect(said(problems)).toEqual([
      'several-series: There are 2 different series here; the last to be posted is "later".',
    ]);
  });

  it('do not push aside the one in whose thread a fix was sent along', async () => {
    const { series, problems } = await readAll(
      post('[PATCH 1/2] a', { id: '1' }),
      post('[PATCH 2/2] b', { id: '2', to: '1' }),
      post('[PATCH] fix for a', { id: '9', to: '1', at: 9, from: 'Two <two@example.org>' }),
    );
    expect(shown(series)).toEqual(['fix for a v1: 1 fix for a', 'a v1: 1 a, 2 b']);
    expect(problems.map(({ code }) => code)).toEqual(['several-series']);
  });

  it('without ids begin anew where a counter does', async () => {
    const { series } = await readAll(
      post('[PATCH 1/2] a'),
      post('[PATCH 2/2] b'),
      post('[PATCH 1/2] c'),
      post('[PATCH 2/2] d'),
    );
    expect(shown(series)).toEqual(['a v1: 1 a, 2 b', 'c v1: 1 c, 2 d']);
  });
});

describe('answers in a thread', () => {
  const reply = post('Re: [PATCH] a', {
    id: 'r',
    to: '1',
    from: 'Two <two@example.org>',
    body: '> +b\nWhy?\n\n',
  });

  it('are kept, and are no patches', async () => {
    const second = post('Re: [PATCH] a', { id: 's', to: 'r', body: 'So.\n\n' });
    const { series, problems } = await readAll(post('[PATCH] a', { id: '1' }), reply, second);
    expect(problems).toEqual([]);
    expect(shown(series)).toEqual(['a v1: 1 a']);
    expect(
      series[0]?.replies?.map(({ author, text, envelope }) => [author, text, envelope.inReplyTo]),
    ).toEqual([
      ['Two <two@example.org>', '> +b\nWhy?\n\n', '<1@example.org>'],
      ['One <one@example.org>', 'So.\n\n', '<r@example.org>'],
    ]);
  });

  it.each(['Re: [PATCH] a', 'RE: a', 'Aw: [PATCH] a', 'Re[2]: a', 'Fwd: [PATCH] a', '[devel] Re: [PATCH] a'])(
    'are known by %s',
    async (subject) => {
      const { series } = await readAll(post('[PATCH] a', { id: '1' }), post(subject, { id: 'r', to: '1' }));
      expect(shown(series)).toEqual(['a v1: 1 a']);
    },
  );

  it('that hold a diff of their own are told', async () => {
    const { problems } = await readAll(
      post('[PATCH] a', { id: '1' }),
      post('Re: [PATCH] a', { id: 'r', to: '1' }),
    );
    expect(said(problems)).toEqual([
      'mail-ignored: This reply holds a diff of its own, which is no part of the series.',
    ]);
  });

  it('post a patch when it stands below scissors', async () => {
    const body = `> old\nHow about:\n\n-- >8 --\nSubject: [PATCH] b\n\nWhy.\n---\n${gitDiff('b.c', '@@ -1 +1 @@\n-a\n+b\n')}`;
    const { series } = await readAll(
      post('[PATCH] a', { id: '1' }),
      post('Re: [PATCH] a', { id: 'r', to: '1', at: 1, from: 'Two <two@example.org>', body }),
    );
    expect(shown(series)).toEqual(['b v1: 1 b', 'a v1: 1 a']);
    expect(series[0]?.patches[0]?.message).toMatchObject({ body: ['Why.'], notes: ['> old', 'How about:'] });
  });

  it('count as patch when there is nothing else', async () => {
    const { series } = await readAll(post('Re: [PATCH] a', { id: 'r' }));
    expect(shown(series)).toEqual(['a v1: 1 a']);
  });

  it('to something that is not here are told', async () => {
    const other = post('lunch', { id: 'l', body: 'Noon?\n\n' });
    const { series, problems } = await readAll(
      post('[PATCH] a', { id: '1' }),
      other,
      reply.replace('In-Reply-To: <1', 'In-Reply-To: <7'),
    );
    expect(series[0]?.replies).toBeUndefined();
    expect(said(problems)).toEqual([
      'mail-ignored: 2 mails, of which this is the first, belong to no series that is here, so it was left out.',
    ]);
  });
});

describe('inputs', () => {
  const diff = { name: 'dir/fix-fan.patch', bytes: Buffer.from(gitDiff('x.c', '@@ -1 +1 @@\n-a\n+b\n')) };

  it('may be bare diffs: a series of as many patches', async () => {
    const second = {
      name: 'b.diff',
      bytes: Buffer.from(`Say why.\n\nMore.\n${gitDiff('y.c', '@@ -1 +1 @@\n-a\n+b\n')}`),
    };
    const { value, problems } = await readSeries([diff, second]);
    expect(problems).toEqual([]);
    expect(shown(value)).toEqual(['fix-fan v1: 1 fix-fan, 2 Say why.']);
    expect(value[0]?.patches[1]?.message.body).toEqual(['More.']);
    expect(value[0]?.patches.map(({ id }) => id.slice(0, 6))).toEqual(['patch-', 'patch-']);
  });

  it('may be the same diff twice, and each still has its own id', async () => {
    const { value } = await readSeries([diff, diff]);
    expect(new Set(value[0]?.patches.map(({ id }) => id)).size).toBe(2);
  });

  it('may be mixed', async () => {
    const box = { name: 'box', bytes: Buffer.from(post('[PATCH] a', { id: '1' })) };
    const { value, problems } = await readSeries([box, diff]);
    expect(shown(value)).toEqual(['a v1: 1 a', 'fix-fan v1: 1 fix-fan']);
    expect(problems.map(({ code }) => code)).toEqual(['several-series']);
  });

  it('may be single mails, one a file, answers among them', async () => {
    const files = [
      post('[PATCH 2/2] b', { id: '2', to: '1' }),
      post('Re: [PATCH 1/2] a', { id: 'r', to: '1' }),
      post('[PATCH 1/2] a', { id: '1' }),
    ];
    const inputs = files.map((text, index) => ({
      name: `${index}.eml`,
      bytes: Buffer.from(text.replace(/^From .*\n/, '')),
    }));
    const { value } = await readSeries(inputs);
    expect(shown(value)).toEqual(['a v1: 1 a, 2 b']);
    expect(value[0]?.replies).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'hello\n'],
    ['a mail without a patch', post('lunch', { id: '1', body: 'Noon?\n' })],
    ['bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 31) % 256))],
  ])('that hold no patch are told: %s', async (_, text) => {
    const { value, problems } = await readSeries([{ name: 'in', bytes: Buffer.from(text) }]);
    expect(value).toEqual([]);
    expect(problems).toContainEqual({
      code: 'no-patch-found',
      message: 'There is no patch in this input.',
      at: 'in',
    });
  });

  it('are told by name when one of them holds no patch', async () => {
    const { value, problems } = await readSeries([
      diff,
      { name: 'notes.txt', bytes: Buffer.from('notes\n') },
    ]);
    expect(value).toHaveLength(1);
    expect(problems.map(({ at }) => at)).toEqual(['notes.txt']);
  });

  it('give problems with the line of the input', async () => {
    const box =
      post('[PATCH 1/2] a', { id: '1' }) +
      post('[PATCH 2/2] b', { id: '2', to: '1' }).replace('-1 +1', '-1,3 +1,3');
    const { problems } = await readSeries([{ name: 'box', bytes: Buffer.from(box) }]);
    const line = box.split('\n').findIndex((text) => text.includes('-1,3')) + 1;
    expect(problems).toEqual([
      {
        code: 'hunk-count',
        message: 'b.c: This hunk announces -3 +3 lines, but there are -1 +1.',
        at: `box:${line}`,
      },
    ]);
  });
});
