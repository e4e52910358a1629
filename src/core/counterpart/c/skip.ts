const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;

/** Offset after the comment that begins at `at`, or -1 if none does. A line comment ends before its line end. */
export function endOfComment(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (next !== STAR) return -1;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** Offset after the literal whose quote stands at `at`; without a closing quote it ends with its line. */
export function endOfLiteral(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let end = at + 1; end < text.length; end++) {
    const char = text.charCodeAt(end);
    if (char === BACKSLASH) end++;
    else if (char === NEWLINE) return end;
    else if (char === quote) return end + 1;
  }
  return text.length;
}

/** Offset of the line end of the preprocessor line at `at`, continuations included. */
export function endOfDirective(text: string, at: number): number {
  for (let from = at; ;) {
    const end = text.indexOf('\n', from);
    if (end < 0) return text.length;
    const continued = text.charCodeAt(end - 1) === BACKSLASH || text.startsWith('\\\r', end - 2);
    if (!continued) return end;
    from = end + 1;
  }
}

/** Offset after the word that begins at `at`. */
export function endOfWord(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const char = text.charCodeAt(end);
    if (!isWordStart(char) && !(char >= 48 && char <= 57)) break;
  }
  return end;
}

export function isWordStart(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char === 95;
}

/** Whether only blanks stand before `at` on its line. */
export function atLineStart(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const char = text.charCodeAt(before);
    if (char === NEWLINE) return true;
    if (char !== SPACE && char !== TAB) return false;
  }
  return true;
}

export function newlinesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
