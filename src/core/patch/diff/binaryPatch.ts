import type { LineCursor } from './lineCursor.ts';

/**
 * Moves behind the data of a `GIT binary patch`: one or two blocks, each a `literal` or `delta` line and lines of base 85 up
 * to a blank line. Returns false if a block does not end so.
 */
export function skipBinaryPatch(cursor: LineCursor): boolean {
  while (/^(literal|delta) \d+$/.test(cursor.peek())) {
    cursor.next();
    while (/^[A-Za-z][!-~]{5,65}$/.test(cursor.peek())) cursor.next();
    if (cursor.atEnd || cursor.peek() !== '') return false;
    cursor.next();
  }
  return true;
}
