import type { Mail } from '../message/mail.ts';
import { readMessage } from '../message/readMessage.ts';
import { withoutBlankEnds } from '../message/splitMessage.ts';
import { inInput } from '../place.ts';

/** Reads a diff that came without mail headers; the words above it are its message, else the file's name is its subject. */
export function readBareDiff(name: string, text: string): readonly Mail[] {
  const mail = readMessage({
    start: `${name}:1`,
    at: inInput(name),
    text,
    id: undefined,
    parent: undefined,
    envelope: undefined,
    subject: '',
    from: '',
    commit: undefined,
    changeId: undefined,
    alone: true,
    problems: [],
  });
  if (mail.files.length === 0) return [];
  if (mail.message.subject !== '') return [mail];
  const [first = baseName(name), ...rest] = mail.message.body;
  return [{ ...mail, message: { ...mail.message, subject: first.trim(), body: withoutBlankEnds(rest) } }];
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.(patch|diff|txt)$/i, '');
}
