import { hash } from '../../base/hash.ts';
import type { Review } from './review.ts';

/** Name of a new review file: for people first, then what it is found by. */
export function reviewFileName({ id, subject, version }: Review['series']): string {
  const words = subject
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${words === '' ? 'series' : words}-v${version}${reviewFileEnding(id)}`;
}

/** Ending by which the file of a series is found, whatever its subject was when it was first saved. */
export function reviewFileEnding(seriesId: string): string {
  return `.${hash(seriesId)}.json`;
}
