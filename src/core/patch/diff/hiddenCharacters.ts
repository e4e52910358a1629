/**
 * Characters that are not seen, or that change how others are shown: control characters (but tab and form feed, and the
 * carriage return of a CRLF), invisible fillers and joiners (but those inside emoji), marks that reorder text, tags.
 */
const HIDDEN = new RegExp(
  [
    '\\u034f|\\u17b4|\\u17b5',
    '[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\xad\\u061c\\u115f\\u1160\\u180e]',
    '[\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]',
    '\\r(?!\\n|$)',
    '(?<![\\udc00-\\udfff]|\\ufe0f)\\u200d',
    '\\udb40[\\udc00-\\udfff]',
  ].join('|'),
);

/** The first hidden character of a text, as `U+202E`; undefined if all can be seen. Line ends are no characters here. */
export function hiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
