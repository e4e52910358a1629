/** Where somebody points in a source file. Line and column 1-based, the column in UTF-16 units. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
  /** The line as it reads. */
  readonly text: string;
  /** The word under it, '' if none. */
  readonly word: string;
  /** What the string literal around it says; null outside of one. */
  readonly string: string | null;
}

export function cursorAt(text: string, line: number, column: number): Cursor {
  const word = [...text.matchAll(/\w+/g)].find((match) => isOn(match, column));
  const string = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].find((match) => isOn(match, column));
  return {
    line,
    column: word ? word.index + 1 : column,
    text,
    word: word?.[0] ?? '',
    string: string?.[1] ?? null,
  };
}

function isOn(match: RegExpExecArray, column: number): boolean {
  return match.index < column && column <= match.index + match[0].length + 1;
}

/** What may lead to another side: only the name under the cursor, or also its line and what that stands in. */
export type Reach = 'word' | 'around';
