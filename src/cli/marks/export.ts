import { readFile } from 'node:fs/promises';
import { readSeries } from '../../core/patch/readSeries.ts';
import { writeB4Review } from '../../core/review/replies/writeB4Review.ts';
import { writeGithubComments } from '../../core/review/replies/writeGithubComments.ts';
import { EXIT } from '../exitCode.ts';
import type { Outcome } from '../outcome.ts';
import { problemLines } from '../problemLines.ts';
import type { MarksRequest } from './marksOptions.ts';
import { readReviews } from './readReviews.ts';

/**
 * Prints a review for another program: GitHub review comments as JSON, or b4's review files as a JSON object of name and text,
 * to be put where b4 looks for them. Nothing is sent and no file is written.
 */
export async function exportMarks(request: MarksRequest & { readonly kind: 'export' }): Promise<Outcome> {
  const { value: reviews, problems } = await readReviews(request.review, request.on);
  const read = await readSeries([{ name: request.on, bytes: await readFile(request.on) }]);
  const [review] = reviews ?? [];
  const series = read.value.at(-1);
  const all = [...problems, ...read.problems];
  if (!review || !series) return { out: '', err: problemLines(all), exitCode: EXIT.partial };
  if (request.as === 'github') {
    const { value, problems: left } = writeGithubComments(review);
    const exitCode = left.length > 0 ? EXIT.partial : EXIT.nothing;
    return { out: value, err: problemLines([...all, ...left]), exitCode };
  }
  const analysis = { series, profile: '', patches: [], problems: [] };
  const { value, problems: left } = writeB4Review(analysis, review);
  const files = Object.fromEntries(value.map(({ name, text }) => [name, text]));
  const exitCode = left.length > 0 ? EXIT.partial : EXIT.nothing;
  return { out: `${JSON.stringify(files, null, 2)}\n`, err: problemLines([...all, ...left]), exitCode };
}
