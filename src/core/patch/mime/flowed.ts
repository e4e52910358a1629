/**
 * Undoes `format=flowed` (RFC 3676) as far as that is safe: blanks that were put before lines are taken away, but only lines
 * of prose are joined. Those of a diff, from `diff` on (an offset, or -1), stay lines. Text that is flowed in name only is
 * left alone.
 */
export function unflow(text: string, diff: number, deleteSpace: boolean): string {
  if (diff < 0) return joinLines(text, deleteSpace);
  const lines = text.slice(diff);
  if (!isStuffed(lines)) return text;
  return joinLines(text.slice(0, diff), deleteSpace) + lines.replace(/^ /gm, '');
}

/** In a stuffed diff each unindented context line has two blanks before it; one blank alone tells that none was added. */
function isStuffed(diff: string): boolean {
  return !/^ [^ \r\n>F]/m.test(diff);
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
