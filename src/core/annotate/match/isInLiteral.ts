/**
 * True for a line with an escape outside of all literals: the text began inside one, and the hunk does not show where.
 * `code` is the line with its comments and literals blanked.
 */
export function isInLiteral(text: string | undefined, code: string | undefined): boolean {
  if (text === undefined || code === undefined) return false;
  for (let at = code.indexOf('\\'); at >= 0; at = code.indexOf('\\', at + 1))
    if (/\S/.test(text.charAt(at + 1))) return true;
  return false;
}
