const SENTENCE_END = /(?<=[.!?])\s+(?=[A-Z@`*])/;
/** Words by which the documentation of a C function asks something of those who call it. */
const ASKS =
  /\b(must|shall|should|needs?|required|callers?|expects?|expected|holding|held|locks?|non-?null|not (be )?null|valid|initiali[sz]ed|own(s|ed|ership)?|transfer|free|freed|release|unref|before|after|only|never|do not|don't)\b/i;
const MAX_SENTENCES = 4;

/** The sentences of a C function's documentation that ask something of its callers, each on one line. */
export function askedByDoc(doc: string): readonly string[] {
  return doc
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').trim().split(SENTENCE_END))
    .filter((sentence) => ASKS.test(sentence))
    .slice(0, MAX_SENTENCES);
}
