import { hash } from '../../../base/hash.ts';

/** Identity of a series of commits, under which its review is kept. */
export function gitSeriesId(commits: readonly string[]): string {
  return `git-${hash(commits.join(' '))}`;
}

/** Identity of a series that has neither Message-ID nor commits. */
export function diffSeriesId(text: string): string {
  return `diff-${hash(text)}`;
}

/** Identity of a patch that has neither. */
export function patchId(text: string): string {
  return `patch-${hash(text)}`;
}
