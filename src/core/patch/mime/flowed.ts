/**
 * Undoes `format=flowed` (RFC 3676) as far as that is safe: blanks that were put before lines are taken away everywhere, but
 * only the lines of prose are joined. Lines of a diff, from `diff` on (an offset, or -1), are left as lines.
 */
export function unflow(text: string, diff: number, deleteSpace: boolean): string {
  const prose = diff < 0 ? text : text.slice(0, diff);
  return joinLines(prose, deleteSpace) + (diff < 0 ? '' : unstuff(text.slice(diff)));
}

/**
 * A stuffed diff has two blanks before each unindented context line. A line with a single blank before something else tells
 * that the sender wrote `flowed` and did not mean it.
 */
function unstuff(diff: string): string {
  return /^ [^ \r\n>F]/m.test(diff) ? diff : diff.replace(/^ /gm, '');
}

function joinLines(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let open = false;
  for (const stuffed of text.split('\n')) {
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const flows = line.endsWith(' ') && line !== '-- ';
    const piece = flows && deleteSpace ? line.slice(0, -1) : line;
    if (open && !FIXED.test(line)) lines.push((lines.pop() ?? '') + piece);
    else lines.push(piece);
    open = flows && !line.startsWith('>');
  }
  return lines.join('\n');
}

/** Lines that stand alone whatever the line above ends in: quotes and the end of a message. */
const FIXED = /^(>|---?\s*$)/;
