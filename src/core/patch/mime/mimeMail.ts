import type { Report } from '../place.ts';
import { field, parameter, readHeaders, type HeaderBlock, type Headers } from './headers.ts';
import { splitParts } from './multipart.ts';
import { readTextPart, type TextPart } from './textPart.ts';

/** A mail taken apart. */
export interface MimeMail {
  readonly headers: Headers;
  readonly parts: readonly TextPart[];
  /** Mails that are attached whole, still encoded. */
  readonly mails: readonly AttachedMail[];
}

export interface AttachedMail {
  readonly bytes: Uint8Array;
  /** 1-based line of the outer mail where it begins. */
  readonly line: number;
}

/** Deeper nesting is no mail that anybody sends. */
const MAX_DEPTH = 8;

/** Decodes a mail's headers and all its parts that are text or a patch. Lines of problems are lines of the mail. */
export function readMime(bytes: Uint8Array, report: Report): MimeMail {
  const block = readHeaders(bytes);
  if (!block.complete) report('truncated-mail', 'The mail ends within its headers.', 1);
  const sink: Sink = { parts: [], mails: [], report };
  readEntity({ bytes, block, line: 1, depth: 0 }, sink);
  return { headers: block.headers, parts: sink.parts, mails: sink.mails };
}

interface Entity {
  readonly bytes: Uint8Array;
  readonly block: HeaderBlock;
  /** 1-based line of the mail where it begins. */
  readonly line: number;
  readonly depth: number;
}

interface Sink {
  readonly parts: TextPart[];
  readonly mails: AttachedMail[];
  readonly report: Report;
}

function readEntity(entity: Entity, sink: Sink): void {
  const { bytes, block, line } = entity;
  const contentType = field(block.headers, 'content-type').toLowerCase();
  const body = bytes.subarray(block.body);
  const bodyLine = line + block.lines;
  if (contentType.startsWith('multipart/') && entity.depth < MAX_DEPTH) {
    readMultipart(entity, body, sink);
  } else if (contentType.startsWith('message/rfc822')) {
    sink.mails.push({ bytes: body, line: bodyLine });
  } else {
    const part = readTextPart(block.headers, body, bodyLine, sink.report);
    if (part) sink.parts.push(part);
  }
}

/** Of alternatives the first that can be read is taken; it is the plain one. */
function readMultipart({ block, line, depth }: Entity, body: Uint8Array, sink: Sink): void {
  const contentType = field(block.headers, 'content-type');
  const { parts, closed } = splitParts(body, parameter(contentType, 'boundary'));
  if (!closed) sink.report('truncated-mail', 'The mail ends before its last part does.', line);
  const known = sink.parts.length;
  for (const { bytes, linesAbove } of parts) {
    const at = line + block.lines + linesAbove;
    readEntity({ bytes, block: readHeaders(bytes), line: at, depth: depth + 1 }, sink);
    if (/^multipart\/alternative/i.test(contentType) && sink.parts.length > known) return;
  }
}
