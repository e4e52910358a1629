import { LineCursor } from '../diff/lineCursor.ts';
import { isScissorsLine } from './scissors.ts';

/** A mail's text taken apart as git am does. */
export interface MessageParts {
  /** Headers at the begin of the text, which count more than the mail's own. */
  readonly inBody: { readonly from: string | undefined; readonly subject: string | undefined };
  /** Lines of the message, without blank ones at both ends. */
  readonly body: readonly string[];
  /** Lines that git am drops: above a scissors line. */
  readonly above: readonly string[];
  /** Offset behind the message; the line there is `---`, a diff, or the end of the text. */
  readonly end: number;
  /** 1-based line of the text at that offset. */
  readonly endLine: number;
}

/** Splits the text of a mail. Never fails: text without an end mark is all message. */
export function splitMessage(text: string): MessageParts {
  const cursor = new LineCursor(text);
  const above: string[] = [];
  let inBody = readInBodyHeaders(cursor);
  let body: string[] = [];
  while (!cursor.atEnd && !endsMessage(cursor)) {
    const line = cursor.peek();
    cursor.next();
    if (isScissorsLine(line)) {
      for (const dropped of body) above.push(dropped);
      body = [];
      inBody = readInBodyHeaders(cursor);
    } else body.push(line);
  }
  return { inBody, body: withoutBlankEnds(body), above, end: cursor.offset, endLine: cursor.line };
}

/** Whether git takes the current line for the end of the message: `---` alone or before a name, or a line of a diff. */
function endsMessage(cursor: LineCursor): boolean {
  if (cursor.startsWith('diff -') || cursor.startsWith('Index: ')) return true;
  return cursor.startsWith('---') && /^---(?:\s*$| \S)/.test(cursor.peek());
}

const HEADER = /^(From|Subject|Date):\s*(.*)$/i;

/** Headers may follow blank lines and may be continued; what else stands there is message, and the cursor stays at it. */
function readInBodyHeaders(cursor: LineCursor): MessageParts['inBody'] {
  const found = new Map<string, string>();
  let name: string | undefined;
  while (!cursor.atEnd && cursor.peek().trim() === '') cursor.next();
  while (!cursor.atEnd) {
    const line = cursor.peek();
    const header = HEADER.exec(/^\[PATCH\]\s/.test(line) ? `Subject: ${line}` : line);
    const key = header?.[1]?.toLowerCase();
    if (name !== undefined && /^[ \t]/.test(line)) {
      found.set(name, `${found.get(name) ?? ''} ${line.trim()}`);
    } else if (key !== undefined && !found.has(key)) {
      name = key;
      found.set(key, header?.[2] ?? '');
    } else if (!/^>From [0-9a-f]{40} /.test(line)) break;
    cursor.next();
  }
  return { from: found.get('from'), subject: found.get('subject') };
}

/** Lines without the blank ones at both ends. */
export function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  let [first, end] = [0, lines.length];
  while (first < end && lines[first]?.trim() === '') first++;
  while (end > first && lines[end - 1]?.trim() === '') end--;
  return lines.slice(first, end);
}
