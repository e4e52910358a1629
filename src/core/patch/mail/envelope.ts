import { readAddress, readAddresses } from '../message/addresses.ts';
import { decodeWords } from '../mime/encodedWords.ts';
import { field, type Headers } from '../mime/headers.ts';
import type { Envelope } from '../series.ts';

/** What a reply needs of a mail's headers; undefined when the text was never mailed (no id and nobody it went to). */
export function readEnvelope(headers: Headers): Envelope | undefined {
  const messageId = messageIds(field(headers, 'message-id'))[0];
  const to = allAddresses(headers, 'to');
  const cc = allAddresses(headers, 'cc');
  if (messageId === undefined && to.length === 0 && cc.length === 0) return undefined;
  return {
    messageId,
    inReplyTo: messageIds(field(headers, 'in-reply-to')).at(-1),
    references: messageIds(field(headers, 'references')),
    subject: decodedSubject(headers),
    from: readAddress(field(headers, 'from')),
    to,
    cc,
    date: field(headers, 'date') || undefined,
  };
}

/** The `Subject`, decoded and on one line. */
export function decodedSubject(headers: Headers): string {
  return decodeWords(field(headers, 'subject')).replace(/\s+/g, ' ').trim();
}

function messageIds(value: string): readonly string[] {
  return value.match(/<[^<>\s]+>/g) ?? [];
}

function allAddresses(headers: Headers, name: string): readonly string[] {
  return (headers.get(name) ?? []).flatMap(readAddresses);
}
