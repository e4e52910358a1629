/** A comment line that looks as if it meant to be a `SAFETY:` comment and is none for the tools. */
export interface OddTag {
  /** 0-based columns of the tag in the line, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly question: string;
}

const WORD = 'SAFETY';
const LARGEST_DISTANCE = 2;

/**
 * The odd tag of a Rust comment line: misspelt (`SFAETY:`), with other words (`SAFETY NOTE:`) or without its colon.
 * `exact` also asks for capital letters, as the kernel does. `followed` says whether unsafe code comes next; a tag without
 * a colon could be prose otherwise.
 */
export function oddTag(line: string, exact: boolean, followed: boolean): OddTag | undefined {
  const [, before = '', tag = '', colon = ''] =
    /^(\s*(?:\/\/|\/\*)\s*)([A-Za-z]+(?: NOTE| COMMENT)?)(\s*:?)/.exec(line) ?? [];
  if (tag === '' || tag === WORD) {
    if (tag === '' || colon.includes(':') || !followed) return undefined;
    return found(
      before,
      tag,
      'The tag has no colon: is this meant to be the SAFETY comment that tools look for?',
    );
  }
  const place = (question: string): OddTag => found(before, tag, question);
  if (/^safety (note|comment)$/i.test(tag))
    return place(
      'Tools look for exactly SAFETY: and will not see this one. Is it the reason for the unsafe code below?',
    );
  if (tag.toUpperCase() === WORD) {
    if (!colon.includes(':')) return undefined;
    return exact
      ? place('The kernel writes this tag as SAFETY: in capital letters. Would you change it?')
      : undefined;
  }
  if (tag !== tag.toUpperCase() || !colon.includes(':')) return undefined;
  const near = distance(tag, WORD) <= LARGEST_DISTANCE && /^S[SAFETY]{4,}$/.test(tag);
  return near ? place(`Is ${tag} meant to be SAFETY? Tools see no safety comment here.`) : undefined;
}

function found(before: string, tag: string, question: string): OddTag {
  return { start: before.length, end: before.length + tag.length, question };
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 0; row <= a.length; row++) {
    const cells: number[] = [];
    rows.push(cells);
    for (let column = 0; column <= b.length; column++) {
      if (row === 0 || column === 0) {
        cells.push(row + column);
        continue;
      }
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, at(row - 2, column - 2) + 1);
      cells.push(least);
    }
  }
  return at(a.length, b.length);
}
