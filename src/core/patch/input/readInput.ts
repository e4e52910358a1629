import type { Mail } from '../message/mail.ts';
import { decodeUtf8 } from '../mime/charset.ts';
import { looksLikeMail } from '../mime/headers.ts';
import { splitMailbox, type RawMail } from '../mime/mailbox.ts';
import { withoutTransportCr } from '../mime/textPart.ts';
import { readBareDiff } from './bareDiff.ts';
import { isGitLog, readGitLogText } from './gitLogText.ts';

/** The messages of an input, still encoded; undefined if it is no mail at all but a text. */
export function mailsOf(bytes: Uint8Array): readonly RawMail[] | undefined {
  const mails = splitMailbox(bytes);
  return mails[0]?.separator !== undefined || looksLikeMail(bytes) ? mails : undefined;
}

/** Reads an input that is a text: what `git log -p` or `git show` printed, or a diff, perhaps with words above it. */
export function readText(name: string, bytes: Uint8Array): readonly Mail[] {
  const text = withoutTransportCr(decodeUtf8(bytes).text.replace(/^\ufeff/, ''));
  return isGitLog(text) ? readGitLogText(name, text) : readBareDiff(name, text);
}
