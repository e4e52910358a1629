import type { Series } from '../../patch/series.ts';
import type { WithProblems } from '../../problem.ts';
import { readReview } from '../readReview.ts';
import type { Review } from '../review.ts';
import { pastedReply } from './pastedReply.ts';
import { readGithubComments } from './readGithubComments.ts';
import type { Remark } from './remark.ts';
import { remarksReview } from './remarksReview.ts';

/** What another reviewer wrote: a review as it was kept, or remarks that stand on the series now. */
export type OtherText =
  | { readonly kind: 'review'; readonly review: Review }
  | { readonly kind: 'remarks'; readonly remarks: readonly Remark[] };

/**
 * Reads what another reviewer wrote, whatever it is: a review file, GitHub review comments, one or more reply mails, or the
 * bare text of one. Undefined, with problems, if it is none of these.
 */
export function readOtherText(
  text: string,
  name: string,
  series: Series,
): WithProblems<OtherText | undefined> {
  const start = text.trimStart();
  if (start.startsWith('[') || isComments(start)) {
    const { value, problems } = readGithubComments(text, name, series);
    return { value: value && { kind: 'remarks', remarks: value }, problems };
  }
  if (start.startsWith('{')) {
    const { value, problems } = readReview(text, name);
    return { value: value && { kind: 'review', review: value }, problems };
  }
  const { value, problems } = pastedReply(text, name, series);
  return { value: value.length > 0 ? { kind: 'remarks', remarks: value } : undefined, problems };
}

/** The reviews in what was read; remarks that nobody signed are by `author`, those without a time by `now`. */
export function reviewsOf(read: OtherText, series: Series, author: string, now: string): readonly Review[] {
  if (read.kind === 'review') return [read.review];
  const signed = read.remarks.map((remark) => (remark.author === '' ? { ...remark, author } : remark));
  return remarksReview(series, signed, now);
}

/** True if somebody must say who wrote some of it. */
export function isUnsigned(read: OtherText): boolean {
  return read.kind === 'remarks' && read.remarks.some(({ author }) => author === '');
}

function isComments(text: string): boolean {
  return /^\{\s*"(comments|event|body|commit_id)"/.test(text);
}
