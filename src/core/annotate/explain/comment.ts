/** A comment that explains something: its image lines (1-based, inclusive) and its text without comment markers. */
export interface Comment {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** Text of an image line (1-based), or undefined where the image shows nothing. */
export type LineText = (line: number) => string | undefined;

/** The words of comment lines: markers, leading stars and surrounding blanks removed, lines joined by a space. */
export function commentText(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .trim()
        .replace(/^(\/\/[/!]?|\/\*[*!]?|\*(?!\/))\s?/, '')
        .replace(/\*\/\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' ');
}
