import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

/** Annotations of C that the parser does not see: they stand where its grammar knows no word. */
const ANNOTATION =
  /\b(GRAPH_(?:RD|WR)LOCK(?:_PTR)?|GRAPH_UNLOCKED(?:_PTR)?|TSA_(?:REQUIRES|GUARDED_BY|ACQUIRE|RELEASE|EXCLUDES)\w*|__must_hold|__acquires|__releases|__guarded_by)\b/d;

/** A comment that tells callers which lock or context they have to bring. */
const RULE = new RegExp(
  [
    String.raw`(?<!\bcan\s)\b(?:called|invoked|runs?)\s+(?:only\s+)?(?:with|under|from|in|inside|outside)\b[^.]*\b(?:lock|mutex|BQL|RCU|context|main (?:loop|thread)|coroutine|iothread|interrupts?)\b`,
    String.raw`\bcaller\w*\s+(?:must|should|has to|have to|needs? to)\s+(?:not\s+)?(?:hold|take|own|have)\b`,
    String.raw`\bwith\s+(?:the\s+)?[\w>. -]*?(?:lock|mutex|BQL)\s+(?:held|taken)\b`,
    String.raw`\bmust (?:not )?be held\b`,
    String.raw`\b(?:may|can|must not|does not|never) (?:sleep|block)s?\b`,
    String.raw`\b(?:BQL|lock|mutex) (?:is |must be )?(?:held|taken) by the caller\b`,
  ].join('|'),
  'i',
);
const COMMENT = /^\s*(\/\/\/?|\/\*+|\*)\s?(?=\S)|(\/\*|\/\/)\s?(?=\S)/d;

/** Rules about locks and context in comments of both languages, and C's annotations; calls are found by the query. */
export function* lockOrContext({ kind, new: side }: DetectorContext): Iterable<Detection> {
  for (const { line, text } of changedLines(side)) {
    const code = side.code(line) ?? '';
    const [start, end] = kind === 'c' ? (ANNOTATION.exec(code)?.indices?.[0] ?? []) : [];
    if (start !== undefined && end !== undefined) yield detectionIn(line, start, end);
    const begin = COMMENT.exec(text)?.indices?.[0]?.[1];
    const words = begin === undefined || code.slice(begin).trim() !== '' ? '' : text.slice(begin);
    // A rule often goes on in the next line.
    const rule = RULE.exec(`${words} ${continued(side.text(line + 1))}`);
    if (begin !== undefined && rule && rule.index < words.length)
      yield detectionIn(line, begin, text.replace(/\s*(\*\/)?\s*$/, '').length, {
        question: 'Who makes sure of this rule: a type, an assertion, or only this comment?',
      });
  }
}

function continued(next: string | undefined): string {
  return /^\s*(?:\/\/[/!]?|\*(?!\/))\s?(?=\S)(.*)$/.exec(next ?? '')?.[1] ?? '';
}
