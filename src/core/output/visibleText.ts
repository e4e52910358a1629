/**
 * Control characters except tab, the two line separators, and the invisible characters that reorder text: each of them
 * can make a terminal or an editor show something else than what is there.
 */
const UNSEEN = /(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One line of untrusted text with unseen characters written out (`\x1b`, `\u202e`). A `\r` at the end is dropped. */
export function visibleText(text: string): string {
  return text.replace(/\r$/, '').replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}
