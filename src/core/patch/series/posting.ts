import { bareAddress } from '../message/addresses.ts';
import type { Mail } from '../message/mail.ts';

/** Mails that were posted together: the patches of one version of a series, and its cover letters. */
export interface Posting {
  readonly version: number;
  /** `N` of `n/N`; undefined for patches without a counter. */
  readonly total: number | undefined;
  readonly covers: readonly Mail[];
  /** In the order of the input. */
  readonly patches: readonly Mail[];
}

/** What a message is for a series. */
export function roleOf({ prefix, files }: Mail): 'cover' | 'patch' | 'reply' | 'other' {
  if (prefix.reply) return 'reply';
  if (files.length > 0) return 'patch';
  if (prefix.position === 0) return 'cover';
  return prefix.patch || (prefix.posting && prefix.position !== undefined) ? 'patch' : 'other';
}

/** A posting's messages, the cover letter first. */
export function mailsIn({ covers, patches }: Posting): readonly Mail[] {
  return [...covers, ...patches];
}

/** Whether no patch of a posting is missing. */
export function isComplete({ total = 0, patches }: Posting): boolean {
  return new Set(patches.map(({ prefix }) => prefix.position)).size >= total;
}

/** Address that a mail came from, in lower case: the sender, who need not be the author. */
export function senderOf(mail: Mail): string {
  return bareAddress(mail.envelope?.from ?? mail.author);
}

/** Milliseconds of the `Date` header; undefined if there is none that can be read. */
export function timeOf(mail: Mail): number | undefined {
  const time = Date.parse(mail.envelope?.date?.replace(/\s*\([^)]*\)\s*$/, '') ?? '');
  return Number.isNaN(time) ? undefined : time;
}
