import { isFormula } from './formula.ts';

/** What a reviewer wrote below quoted lines of a patch. */
export interface InlineComment {
  /** The lines of the patch quoted above it, from the last stop to the text, without the quote marker. */
  readonly quoted: readonly string[];
  readonly text: string;
}

/**
 * Finds the remarks in the text of a mail that answers a patch directly: every run of own lines that follows lines quoted
 * once. Greetings, trailers, signatures, the line that introduces a quotation, and replies to older quotations are none.
 */
export function inlineComments(text: string): readonly InlineComment[] {
  const comments: InlineComment[] = [];
  let quoted: string[] = [];
  let own: string[] = [];
  let deep = false;
  const close = (): void => {
    const words = own
      .filter((line) => !isFormula(line))
      .join('\n')
      .trim();
    if (/[a-z]{2}/i.test(words) && quoted.length > 0 && !deep) comments.push({ quoted, text: words });
    if (own.length > 0) quoted = [];
    own = [];
  };
  for (const line of text.split('\n')) {
    if (/^-- ?$/.test(line)) break;
    const quotation = /^> ?(.*)$/.exec(line)?.[1];
    if (quotation === undefined) {
      if (line.trim() !== '' || own.length > 0) own.push(line);
      continue;
    }
    if (own.length > 0) close();
    deep = quotation.startsWith('>');
    if (!deep) quoted.push(quotation);
  }
  close();
  return comments;
}
