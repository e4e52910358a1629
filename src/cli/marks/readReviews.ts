import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readSeries } from '../../core/patch/readSeries.ts';
import type { Series } from '../../core/patch/series.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import { readReview } from '../../core/review/readReview.ts';
import { readB4Review } from '../../core/review/replies/readB4Review.ts';
import { readGithubComments } from '../../core/review/replies/readGithubComments.ts';
import { remarksReview } from '../../core/review/replies/remarksReview.ts';
import type { Remark } from '../../core/review/replies/remark.ts';
import { replyRemarks } from '../../core/review/replies/replyRemarks.ts';
import type { Review } from '../../core/review/review.ts';

type Reviews = WithProblems<readonly Review[] | undefined>;

/**
 * Reads what reviewers asked: a review file, replies in a mailbox or thread, a b4 review directory, or GitHub review comments.
 * All but the first are placed on a series: that of the mailbox itself, or the one in the file `on`.
 */
export async function readReviews(path: string, on: string | undefined): Promise<Reviews> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return refused('The review could not be read.', path);
  if (info.isDirectory())
    return onSeries(on, path, async (series) => placed(series, await b4Remarks(path, series)));
  const bytes = await readFile(path);
  const text = bytes.toString('utf8').trimStart();
  if (text.startsWith('{')) {
    const { value, problems } = readReview(text, path);
    return { value: value && [value], problems };
  }
  if (text.startsWith('['))
    return onSeries(on, path, (series) => {
      const { value, problems } = readGithubComments(text, path, series);
      return Promise.resolve(value ? placed(series, { value, problems }) : { value: undefined, problems });
    });
  return readThread(path, bytes, on);
}

async function readThread(path: string, bytes: Uint8Array, on: string | undefined): Promise<Reviews> {
  const inputs = [
    ...(on === undefined ? [] : [{ name: on, bytes: await readFile(on) }]),
    { name: path, bytes },
  ];
  const { value, problems } = await readSeries(inputs);
  const reviews = value.flatMap(
    (series) => placed(series, { value: replyRemarks(series), problems: [] }).value ?? [],
  );
  if (reviews.length > 0) return { value: reviews, problems };
  const message = 'No remark on a patch was found; name the series that was answered with --on FILE.';
  return { value: undefined, problems: [...problems, { code: 'unreadable-input', message, at: path }] };
}

async function onSeries(
  on: string | undefined,
  path: string,
  read: (series: Series) => Promise<Reviews>,
): Promise<Reviews> {
  if (on === undefined) return refused('Name the series that this is about with --on FILE.', path);
  const { value, problems } = await readSeries([{ name: on, bytes: await readFile(on) }]);
  const series = value.at(-1);
  if (!series) return { value: undefined, problems };
  const reviews = await read(series);
  return { value: reviews.value, problems: [...problems, ...reviews.problems] };
}

async function b4Remarks(directory: string, series: Series): Promise<WithProblems<readonly Remark[]>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.txt'));
  const files = names.map(async (name) => ({ name, text: await readFile(join(directory, name), 'utf8') }));
  return readB4Review(await Promise.all(files), series);
}

/** The time of asking is not known of remarks; the earliest stands for that. */
function placed(series: Series, { value, problems }: WithProblems<readonly Remark[]>): Reviews {
  return { value: remarksReview(series, value, '1970-01-01T00:00:00Z'), problems };
}

function refused(message: string, at: string): Reviews {
  const problem: Problem = { code: 'unreadable-input', message, at };
  return { value: undefined, problems: [problem] };
}
