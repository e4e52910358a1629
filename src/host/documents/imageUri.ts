import { Uri } from 'vscode';
import type { Side } from '../../core/patch/series.ts';
import { pathOn } from '../../core/review/targetText.ts';
import type { OpenReview } from '../reviews/openReview.ts';

export const IMAGE_SCHEME = 'interop-review-image';

/** One side of a file change in an open review; indices 0-based. */
export interface ImageAddress {
  /** Key of the review. */
  readonly review: string;
  readonly patch: number;
  readonly file: number;
  readonly side: Side;
}

/** Address of one side as a document; its path is the file's, so that editors know the language. Undefined: no side. */
export function imageUri(review: OpenReview, patch: number, file: number, side: Side): Uri | undefined {
  const change = review.analysis.series.patches[patch]?.files[file];
  const path = change && pathOn(change, side);
  if (path === undefined || path === null) return undefined;
  const query = new URLSearchParams({ review: review.key, patch: `${patch}`, file: `${file}`, side });
  return Uri.from({ scheme: IMAGE_SCHEME, path: `/${path}`, query: query.toString() });
}

/** Reads it back; undefined for anything else. */
export function imageAddress(uri: Uri): ImageAddress | undefined {
  if (uri.scheme !== IMAGE_SCHEME) return undefined;
  const query = new URLSearchParams(uri.query);
  const side = query.get('side');
  const [patch, file] = [Number(query.get('patch') ?? NaN), Number(query.get('file') ?? NaN)];
  const review = query.get('review');
  if (review === null || !Number.isInteger(patch) || !Number.isInteger(file)) return undefined;
  return side === 'old' || side === 'new' ? { review, patch, file, side } : undefined;
}
