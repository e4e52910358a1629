import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../../src/core/analysis.ts';
import type { Series } from '../../../../src/core/patch/series.ts';
import { readB4Review } from '../../../../src/core/review/replies/readB4Review.ts';
import { readGithubComments } from '../../../../src/core/review/replies/readGithubComments.ts';
import { writeB4Review } from '../../../../src/core/review/replies/writeB4Review.ts';
import { writeGithubComments } from '../../../../src/core/review/replies/writeGithubComments.ts';
import type { MarkTarget, Review } from '../../../../src/core/review/review.ts';
import { mark } from '../sample.ts';
import { LINES, MESSAGE, REVIEWER, short, TIMER, timerReview } from './timerReview.ts';

let series: Series;
let analysis: Analysis;
let review: Review;

beforeAll(async () => {
  ({ analysis, review } = await timerReview());
  ({ series } = analysis);
});

describe("b4's review files", () => {
  it('hold the open questions below the whole diff of their patch, and are read back', () => {
    const { value: files, problems } = writeB4Review(analysis, review);
    expect(problems).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(['identity.txt', '0004.txt']);
    const text = files[1]?.text ?? '';
    expect(text).toMatch(/^Is there a test\?\n\n> diff --git a\//);
    expect(text).toContain('> +unsafe impl Send for Timer {}\n\nWhich thread may hold a timer?\n');
    expect(text.split('\n').filter((line) => /^> \+(?!\+\+ )/.test(line)).length).toBe(156);
    const read = readB4Review(files, series);
    expect(read.problems).toEqual([]);
    expect(short(read.value)).toEqual([MESSAGE, ...LINES]);
    expect(read.value[0]?.author).toBe(REVIEWER);
  });

  it('keep a question whole that itself begins like a quotation, and what is asked about the series', () => {
    const asked = '> is this meant?\nIt is not.';
    const marks = [
      mark({ kind: 'cover', line: 1, endLine: 1 }, 'Why now?'),
      mark({ kind: 'message', patch: series.patches[0]?.id ?? '', line: 1, endLine: 1 }, asked),
    ];
    const { value: files } = writeB4Review(analysis, { ...review, marks });
    expect(files.map(({ name }) => name)).toEqual(['identity.txt', 'series.txt', '0001.txt']);
    expect(short(readB4Review(files, series).value)).toEqual([
      ['cover', 1, 'Why now?'],
      ['message', 1, asked],
    ]);
  });

  it('are told what b4 would pass over: a review without identity, and lines that no patch shows', () => {
    const nowhere: MarkTarget = { kind: 'lines', patch: 'x', path: 'a.c', side: 'new', line: 1, endLine: 1 };
    const { problems } = writeB4Review(analysis, { ...review, reviewer: '', marks: [mark(nowhere, 'Why?')] });
    expect(problems.map(({ message }) => message.slice(0, 20))).toEqual([
      'b4 passes over a rev',
      '1 questions stand on',
    ]);
  });

  it('are read as others write them: a summary as first line, patches that are not there, other files', () => {
    const diff = '> diff --git a/x b/x\n> @@ -1 +1 @@\n> +unsafe impl Send for Timer {}\n\nWhich thread?\n';
    const { value, problems } = readB4Review(
      [
        { name: '0004.txt', text: `One issue in the lock\n\nThe details.\n\n${diff}` },
        { name: '0099.txt', text: 'A note.\n' },
        { name: 'notes.txt', text: 'x' },
      ],
      series,
    );
    expect(short(value)).toEqual([
      ['message', 1, 'One issue in the lock\n\nThe details.'],
      ['lines', 11, 'Which thread?'],
    ]);
    expect(problems.map(({ at }) => at)).toEqual(['identity.txt', '0099.txt', 'notes.txt']);
  });
});

describe('GitHub review comments', () => {
  it('are written for questions on lines, and the others are told', () => {
    const { value, problems } = writeGithubComments(review);
    expect(JSON.parse(value)).toEqual([
      { path: TIMER, side: 'RIGHT', line: 11, body: 'Which thread may hold a timer?' },
      {
        path: TIMER,
        side: 'RIGHT',
        line: 23,
        start_side: 'RIGHT',
        start_line: 22,
        body: 'Why can this not be NULL?\n\nC says nothing.',
      },
    ]);
    expect(problems.map(({ at }) => at)).toEqual(['message line 1']);
    expect(short(readGithubComments(value, 'comments.json', series).value ?? [])).toEqual(LINES);
  });

  it('are read as GitHub lists them: with authors, times, answers, and outdated ones without a place', () => {
    const text = JSON.stringify([
      {
        ...{ id: 1, user: { login: 'reader' }, path: TIMER, side: 'RIGHT', line: 11, body: 'Why?' },
        ...{ created_at: '2026-03-10T10:00:00Z', diff_hunk: '@@ -0,0 +1 @@\n+unsafe impl Send for Timer {}' },
      },
      { id: 2, user: null, path: TIMER, side: 'RIGHT', line: null, body: 'Old.' },
      { id: 3, path: 'other.c', line: 3, body: 'Where?' },
      { id: 4, in_reply_to_id: 1, user: { login: 'author' }, path: TIMER, line: 11, body: 'Because.' },
    ]);
    const { value, problems } = readGithubComments(text, 'comments.json', series);
    expect(problems).toEqual([]);
    expect(short(value ?? [])).toEqual([
      ['lines', 11, 'Why?'],
      [undefined, undefined, 'Old.'],
      [undefined, undefined, 'Where?'],
    ]);
    expect(value?.[0]).toMatchObject({
      author: 'reader',
      date: '2026-03-10T10:00:00.000Z',
      answers: [{ author: 'author', text: 'Because.' }],
    });
  });

  it('stand where their hunk is, whatever their line says', () => {
    const hunk = '@@ -0,0 +1,9 @@\n+unsafe impl Send for Timer {}';
    const one = { path: TIMER, side: 'RIGHT', line: 400, body: 'Why?', diff_hunk: hunk };
    const read = (comment: object) =>
      short(readGithubComments(JSON.stringify([comment]), 'c.json', series).value ?? []);
    expect(read(one)).toEqual([['lines', 11, 'Why?']]);
    expect(read({ ...one, line: null, original_line: 7 })).toEqual([['lines', 11, 'Why?']]);
    expect(read({ ...one, diff_hunk: undefined })).toEqual([[undefined, undefined, 'Why?']]);
  });

  it('that cannot be read are told with their place, and the others are read', () => {
    const good = { path: TIMER, side: 'RIGHT', line: 11, body: 'Why?' };
    const pages = JSON.stringify([[good, 7], [{ path: TIMER, line: 0, body: 'x' }]]);
    const { value, problems } = readGithubComments(pages, 'c.json', series);
    expect(short(value ?? [])).toEqual([['lines', 11, 'Why?']]);
    expect(problems.map(({ at }) => at)).toEqual(['c.json: [0][1]', 'c.json: [1][0].line']);
  });

  it.each([['{}'], ['"x"'], ['nope']])('refuses %s', (text) => {
    const { value, problems } = readGithubComments(text, 'comments.json', series);
    expect(value).toBeUndefined();
    expect(problems[0]?.at).toMatch(/^comments\.json/);
  });
});
