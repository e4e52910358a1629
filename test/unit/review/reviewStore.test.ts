import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import { readReview } from '../../../src/core/review/readReview.ts';
import type { Review } from '../../../src/core/review/review.ts';
import { removeMark, setMark } from '../../../src/core/review/setMark.ts';
import { ReviewStore } from '../../../src/core/review/reviewStore.ts';
import type { ReviewFiles } from '../../../src/core/ports.ts';
import { diskReviewFiles } from '../../../src/node/diskReviewFiles.ts';
import { lines, mark, patch, series } from './sample.ts';

const posting = series([patch(1, [])]);
let directory: string;
let files: ReviewFiles;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reviews-'));
  files = diskReviewFiles(directory);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const open = ([first, ...more]: readonly [ReviewFiles, ...ReviewFiles[]] = [files]): ReviewStore =>
  new ReviewStore(() => [{ files: first }, ...more.map((each) => ({ files: each }))]);
const asked = (line: number, question = 'Why?'): Review =>
  setMark(emptyReview(posting), mark(lines('src/fan.rs', line), question));

async function onlyFile(): Promise<string> {
  const [name, ...more] = await readdir(directory);
  expect(more).toEqual([]);
  return join(directory, name ?? '');
}

describe('saved reviews', () => {
  it('are there again for the same series, in a file people can find and read', async () => {
    const review = asked(11, 'Who frees it?');
    expect(await open().save(review)).toEqual({ value: review, problems: [] });
    const path = await onlyFile();
    expect(path).toMatch(/hw-fan-port-v2\.[0-9a-z]+\.json$/);
    expect(await readFile(path, 'utf8')).toContain('"question": "Who frees it?"');
    expect(await open().load(posting)).toEqual({ value: review, problems: [] });
  });

  it('are not those of another series', async () => {
    await open().save(asked(11));
    const other = series([patch(1, [])], { id: 'other@example.org' });
    expect((await open().load(other)).value).toEqual(emptyReview(other));
  });

  it('are found although the subject was changed', async () => {
    const review = asked(11);
    await open().save(review);
    const renamed = { ...posting, subject: 'Other words' };
    expect((await open().load(renamed)).value.marks).toEqual(review.marks);
    await open().save({ ...review, series: { ...review.series, subject: 'Other words' } });
    await onlyFile();
  });

  it('keep the last of many states saved at once, and flush waits for it', async () => {
    const store = open();
    let review = emptyReview(posting);
    const saves = Array.from({ length: 50 }, (_, index) => {
      review = setMark(review, mark(lines('src/fan.rs', index + 1), `Question ${index}`));
      return store.save(review);
    });
    await store.flush();
    const saved = readReview(await readFile(await onlyFile(), 'utf8'), 'file').value;
    expect(saved?.marks).toHaveLength(50);
    await Promise.all(saves);
  });

  it('stay where they were found when the place for new ones changes', async () => {
    await open().save(asked(11));
    const elsewhere = diskReviewFiles(join(directory, 'elsewhere'));
    const store = open([elsewhere, files]);
    const { value } = await store.load(posting);
    await store.save(setMark(value, mark(lines('src/fan.rs', 12), 'And here?')));
    expect(await elsewhere.list()).toEqual([]);
    expect((await open().load(posting)).value.marks).toHaveLength(2);
  });
});

describe('the review of an earlier version', () => {
  const version = (number: number, change: Partial<Series> = {}): Series =>
    series([patch(1, [])], { id: `v${number}@example.org`, version: number, changeId: undefined, ...change });
  const save = async (value: Series): Promise<void> => {
    const question = mark(lines('src/fan.rs', 1), `Asked on v${value.version}`);
    await open().save(setMark(emptyReview(value), question));
  };
  const asked = async (value: Series): Promise<string | undefined> =>
    (await open().loadEarlier(value))?.marks[0]?.question;

  it('is the latest one of the same subject', async () => {
    for (const number of [1, 3, 2, 5]) await save(version(number));
    await save(version(3, { id: 'other@example.org', subject: 'Something else' }));
    expect(await asked(version(4, { subject: 'HW/fan:  port' }))).toBe('Asked on v3');
    expect(await asked(version(1))).toBeUndefined();
  });

  it('is known by its change-id before all, whatever the subject says', async () => {
    await save(version(1, { changeId: 'mine' }));
    await save(version(2, { changeId: 'theirs' }));
    expect(await asked(version(3, { changeId: 'mine', subject: 'Renamed' }))).toBe('Asked on v1');
    expect(await asked(version(3, { changeId: 'nobody' }))).toBeUndefined();
  });
});

describe('two windows', () => {
  it('keep what each of them adds and takes away', async () => {
    const first = open();
    const second = open();
    await first.save(setMark(asked(1), mark(lines('src/fan.rs', 2), 'Second?')));
    const a = (await first.load(posting)).value;
    const b = (await second.load(posting)).value;
    const removed = a.marks[0]?.id ?? '';
    await first.save(removeMark(a, removed));
    const { value } = await second.save(setMark(b, mark(lines('src/fan.rs', 3), 'Third?')));
    expect(value.marks.map(({ question }) => question)).toEqual(['Second?', 'Third?']);
    expect((await open().load(posting)).value.marks).toEqual(value.marks);
    expect((await first.refresh(removeMark(a, removed))).marks).toEqual(value.marks);
  });

  it('writing at the same moment lose nothing', async () => {
    const stores = Array.from({ length: 8 }, () => open());
    const states = await Promise.all(
      stores.map((store, index) => store.save(asked(index + 1, `From window ${index}`))),
    );
    expect(states.flatMap(({ problems }) => problems)).toEqual([]);
    const { value } = await open().load(posting);
    expect(value.marks.map(({ question }) => question).sort()).toEqual(
      stores.map((_, index) => `From window ${index}`),
    );
  });

  it('are not held up for good by a lock that a dead one left', async () => {
    const left = join(directory, '.lock');
    await writeFile(left, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(left, longAgo, longAgo);
    expect((await open().save(asked(1))).problems).toEqual([]);
    await onlyFile();
  });
});

describe('a file that cannot be used', () => {
  it('is reported, kept aside by the first save, and each one apart', async () => {
    await open().save(asked(1));
    const path = await onlyFile();
    for (const round of [1, 2]) {
      await writeFile(path, `{"broken": ${round}`);
      const store = open();
      const loaded = await store.load(posting);
      expect(loaded.value.marks).toEqual([]);
      expect(loaded.problems.map(({ code }) => code)).toEqual(['bad-review-file']);
      const { problems } = await store.save(asked(round));
      expect(problems[0]?.message).toContain(`.corrupt-${round}`);
      expect(await readFile(`${path}.corrupt-${round}`, 'utf8')).toBe(`{"broken": ${round}`);
      expect((await open().load(posting)).problems).toEqual([]);
    }
  });

  it('of a newer format is left as it is, and saving says so', async () => {
    await open().save(asked(1));
    const path = await onlyFile();
    const newer = (await readFile(path, 'utf8')).replace('"format": 2', '"format": 3');
    await writeFile(path, newer);
    const { problems } = await open().save(asked(2));
    expect(problems.map(({ message }) => message).join(' ')).toMatch(/is not saved.*newer version/);
    expect(await readFile(await onlyFile(), 'utf8')).toBe(newer);
  });

  it('is said to be unsaved when the directory refuses', async () => {
    const blocked = join(directory, 'a-file');
    await writeFile(blocked, 'in the way');
    const refusing = diskReviewFiles(join(blocked, 'reviews'));
    const review = asked(1);
    const { value, problems } = await open([refusing]).save(review);
    expect(value).toEqual(review);
    expect(problems).toMatchObject([{ code: 'review-conflict', at: 'hw/fan: port' }]);
    expect(problems[0]?.message).toContain('could not be saved: ENOTDIR');
    const loaded = await open([refusing]).load(posting);
    expect(loaded.problems.map(({ message }) => message).join()).toContain('could not be read: ENOTDIR');
    expect(await open([refusing]).refresh(review)).toEqual(review);
  });
});
