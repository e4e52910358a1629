/** What the brackets before a subject say. */
export interface SubjectPrefix {
  /** Without brackets and reply marks, as git am takes it. */
  readonly subject: string;
  /** `Re:`, `Fwd:` and their like in other languages. */
  readonly reply: boolean;
  /** A bracket says `PATCH`, `RFC` or `PULL`, or holds a counter. */
  readonly posting: boolean;
  /** A bracket says `PATCH`. */
  readonly patch: boolean;
  readonly version: number;
  /** `n` of `n/N`; undefined without a counter. */
  readonly position: number | undefined;
  /** `N` of `n/N`. */
  readonly total: number | undefined;
}

const REPLY = /^(re|aw|sv|vs|antw|fwd?|wg|tr)(\[\d+\])?\s*:/i;

/** Takes a decoded subject apart: `[RFC PATCH v3 RESEND 02/11] subject`, `[lists] [PATCHv2 1/3] subject` and the like. */
export function readSubject(text: string): SubjectPrefix {
  const words: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  let reply = false;
  for (;;) {
    const mark = REPLY.exec(rest)?.[0];
    const bracket = mark === undefined ? /^\[([^\]]*)\]/.exec(rest) : null;
    const taken = mark ?? bracket?.[0] ?? /^[: ]+/.exec(rest)?.[0];
    if (taken === undefined) break;
    reply ||= mark !== undefined;
    for (const word of (bracket?.[1] ?? '').split(/[\s,]+/)) words.push(word);
    rest = rest.slice(taken.length).trimStart();
  }
  const counter = last(words, /^(\d{1,5})\/(\d{1,5})$/);
  const version = last(words, /^(?:PATCH|RFC)?-?v(\d{1,5})(?:\.\d+)?$/i);
  const [position, total] = [counter?.[1], counter?.[2]].map((number) =>
    number === undefined ? undefined : Number(number),
  );
  return {
    subject: rest,
    reply,
    posting: counter !== undefined || words.some((word) => /^(PATCH|RFC|PULL)(-?v\d+)?$/i.test(word)),
    patch: words.some((word) => /^PATCH(-?v\d+)?$/i.test(word)),
    version: Math.max(1, Number(version?.[1] ?? 1)),
    position,
    total,
  };
}

/** What the last of the words that match says. */
function last(words: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  return words
    .map((word) => pattern.exec(word))
    .filter((found) => found !== null)
    .at(-1);
}
