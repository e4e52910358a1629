import { spokenWords } from './formula.ts';

/** A quoted line of a reply, without its markers. */
export interface QuotedLine {
  /** How often it was quoted: 1 for what the answered mail itself says. */
  readonly depth: number;
  readonly text: string;
}

/** A run of a reply's own words, and what it quotes above them. */
export interface ReplyPart {
  readonly text: string;
  /** From the words before it to these; empty for words that stand above all quotations. */
  readonly quoted: readonly QuotedLine[];
}

/** Takes the text of a reply apart, down to its signature. Runs that say nothing are left out. */
export function replyParts(text: string): readonly ReplyPart[] {
  const parts: ReplyPart[] = [];
  let quoted: QuotedLine[] = [];
  let own: string[] = [];
  const close = (): void => {
    const words = spokenWords(own);
    if (words !== '') parts.push({ text: words, quoted });
    // What is quoted above a trailer or a mark of an omission still belongs to the words below it.
    if (words !== '') quoted = [];
    own = [];
  };
  for (const line of text.split('\n')) {
    if (/^-- ?$/.test(line)) break;
    const markers = /^(?:> ?)+/.exec(line)?.[0];
    if (markers === undefined) {
      if (line.trim() !== '' || own.length > 0) own.push(line);
      continue;
    }
    if (own.length > 0) close();
    quoted.push(quotedLine(line, markers));
  }
  close();
  return parts;
}

/** A patch has lines that begin with a blank, so only the blank right behind a marker belongs to it. */
function quotedLine(line: string, markers: string): QuotedLine {
  const depth = markers.split('>').length - 1;
  return { depth, text: line.slice(markers.length) };
}
