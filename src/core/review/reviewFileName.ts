import { hash } from '../../base/hash.ts';
import { bareAddress } from '../patch/message/addresses.ts';
import type { Review } from './review.ts';

/**
 * Name of a new review file: for people first, then what it is found by. `owner` (`Name <address>`) is in it where several
 * reviewers keep theirs in one place.
 */
export function reviewFileName({ id, subject, version }: Review['series'], owner?: string): string {
  const words = wordsOf(subject, 60);
  const who = owner === undefined ? '' : `.${wordsOf(owner.replace(/<[^>]*>\s*$/, ''), 30) || 'reviewer'}`;
  return `${words === '' ? 'series' : words}-v${version}${who}${reviewFileEnding(id, owner)}`;
}

/** Ending by which the file of a series is found, whatever its subject was when it was first saved. */
export function reviewFileEnding(seriesId: string, owner?: string): string {
  return `.${hash(owner === undefined ? seriesId : JSON.stringify([bareAddress(owner), seriesId]))}.json`;
}

function wordsOf(text: string, most: number): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, most);
}
