import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import type { Review } from '../../../src/core/review/review.ts';
import type { ReviewPlace } from '../../../src/core/review/reviewPlace.ts';
import { ReviewStore } from '../../../src/core/review/reviewStore.ts';
import { removeMark, setMark } from '../../../src/core/review/setMark.ts';
import { diskReviewFiles } from '../../../src/node/diskReviewFiles.ts';
import { lines, mark, patch, series } from './sample.ts';

const posting = series([patch(1, [])]);
const ME = 'Reviewer Two <two@example.org>';
const OTHER = 'Reviewer Three <three@example.org>';
let directory: string;
let hidden: ReviewPlace;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sharing-'));
  hidden = { files: diskReviewFiles(join(directory, 'hidden')) };
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const shared = (owner: string): ReviewPlace => ({ files: diskReviewFiles(join(directory, 'shared')), owner });
const store = (...[first, ...more]: readonly [ReviewPlace, ...ReviewPlace[]]): ReviewStore =>
  new ReviewStore(() => [first, ...more]);
const asked = (question: string, reviewer = ME): Review =>
  setMark({ ...emptyReview(posting), reviewer }, mark(lines('src/fan.rs', 11), question));
const namesIn = async (place: string): Promise<readonly string[]> =>
  (await readdir(join(directory, place))).filter((name) => name.endsWith('.json'));

describe('a review that is shared', () => {
  it('stands beside those of others, each in a file of its own', async () => {
    await store(shared(ME), hidden).save(asked('Mine?'));
    await store(shared(OTHER), hidden).save(asked('Theirs?', OTHER));
    const names = [...(await namesIn('shared'))].sort();
    expect(names.map((name) => name.split('.').slice(0, 2).join('.'))).toEqual([
      'hw-fan-port-v2.Reviewer-Three',
      'hw-fan-port-v2.Reviewer-Two',
    ]);
    const { value } = await store(shared(ME), hidden).load(posting);
    expect(value.marks.map(({ question }) => question)).toEqual(['Mine?']);
  });

  it('is found wherever it is, and saved where it was', async () => {
    await store(hidden).save(asked('Mine?'));
    const both = store(shared(ME), hidden);
    const { value } = await both.load(posting);
    expect(value.marks).toHaveLength(1);
    await both.save(setMark(value, mark(lines('src/fan.rs', 12), 'And this?')));
    expect(await namesIn('hidden')).toHaveLength(1);
    await expect(readdir(join(directory, 'shared'))).rejects.toThrow();
  });
});

describe('moving a review', () => {
  it('takes the file along, there and back', async () => {
    const both = store(hidden, shared(ME));
    const review = asked('Mine?');
    await both.save(review);
    expect(await both.move(review, shared(ME))).toEqual({ value: review, problems: [] });
    expect(await namesIn('hidden')).toEqual([]);
    expect((await both.kept(posting.id))?.place.files.place).toBe(join(directory, 'shared'));
    await both.move(review, hidden);
    expect(await namesIn('shared')).toEqual([]);
    expect((await both.load(posting)).value).toEqual(review);
  });

  it('of a review without a file begins one', async () => {
    const both = store(hidden, shared(ME));
    await both.move(emptyReview(posting), shared(ME));
    expect(await namesIn('shared')).toHaveLength(1);
  });

  it('joins what stands at the other end', async () => {
    await store(shared(ME)).save(asked('From the other machine?'));
    await store(hidden).save(setMark(emptyReview(posting), mark(lines('src/fan.rs', 12), 'From here?')));
    const both = store(hidden, shared(ME));
    const { value } = await both.load(posting);
    expect(value.marks).toHaveLength(2);
    const { value: moved } = await both.move(value, shared(ME));
    expect(moved.marks.map(({ question }) => question).sort()).toEqual([
      'From here?',
      'From the other machine?',
    ]);
    expect(await namesIn('hidden')).toEqual([]);
  });

  it('that is cut off leaves both, and the next save joins them', async () => {
    const stuck: ReviewPlace = {
      files: { ...hidden.files, remove: () => Promise.reject(new Error('the disk is gone')) },
    };
    const review = asked('Mine?');
    const both = store(stuck, shared(ME));
    await both.save(review);
    const { value, problems } = await both.move(review, shared(ME));
    expect(value).toEqual(review);
    expect(problems[0]?.message).toContain('the disk is gone');
    expect([...(await namesIn('hidden')), ...(await namesIn('shared'))]).toHaveLength(2);

    const next = store(shared(ME), hidden);
    const loaded = (await next.load(posting)).value;
    expect(loaded).toEqual(review);
    await next.save(removeMark(loaded, review.marks[0]?.id ?? ''));
    expect(await namesIn('hidden')).toEqual([]);
  });

  it('leaves a file of a later version, and keeps aside one that cannot be read', async () => {
    await store(shared(ME)).save(asked('Mine?'));
    const path = join(directory, 'shared', (await namesIn('shared'))[0] ?? '');
    const text = await readFile(path, 'utf8');
    await store(hidden).save(asked('From here?'));

    await writeFile(path, text.replace('"format": 2', '"format": 9'));
    const both = store(hidden, shared(ME));
    expect((await both.move(asked('x'), shared(ME))).problems[0]?.message).toContain('newer version');
    expect(await namesIn('hidden')).toHaveLength(1);

    await writeFile(path, 'broken');
    const { problems } = await both.move(asked('x'), shared(ME));
    expect(problems.at(-1)?.message).toContain('is kept as');
    expect(await readdir(join(directory, 'shared'))).toContainEqual(expect.stringMatching(/corrupt-1$/));
    expect(await namesIn('hidden')).toEqual([]);
  });
});
