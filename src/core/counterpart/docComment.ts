/** Longest comment that is shown whole, in lines. */
const MAX_LINES = 80;

/** The comment that ends on the line directly above `line` (1-based), without comment marks; null if there is none. */
export function commentAbove(lines: readonly string[], line: number): string | null {
  let last = line - 2;
  // Attributes and Rust lint lines may stand between a comment and its item.
  while (/^\s*#!?\[.*\]\s*$/.test(lines[last] ?? '')) last--;
  const text = lines[last]?.trimEnd() ?? '';
  if (text.endsWith('*/')) return blockAbove(lines, last);
  if (!/^\s*\/\//.test(text)) return null;
  let first = last;
  while (first > 0 && last - first < MAX_LINES && /^\s*(\/\/|#!?\[.*\]\s*$)/.test(lines[first - 1] ?? ''))
    first--;
  const comment = lines.slice(first, last + 1).filter((each) => /^\s*\/\//.test(each));
  return plain(comment.map((each) => each.replace(/^\s*\/\/[/!]?/, '')));
}

function blockAbove(lines: readonly string[], last: number): string | null {
  for (let first = last; first >= 0 && last - first < MAX_LINES; first--) {
    const text = lines[first] ?? '';
    const open = text.lastIndexOf('/*');
    if (open < 0) continue;
    // A comment behind code belongs to that code.
    if (text.slice(0, open).trim() !== '') return null;
    return blockText(lines.slice(first, last + 1).join('\n'));
  }
  return null;
}

/** A block comment's text. */
function blockText(comment: string): string | null {
  const inside = comment.replace(/^[\s\S]*?\/\*+[<!]?/, '').replace(/\*+\/[\s\S]*$/, '');
  return plain(inside.split('\n').map((line) => line.replace(/^\s*\*(?!\*) ?/, '')));
}

/** The comment behind code on the same line, as members of structs have it; null if none. */
export function commentBeside(line: string): string | null {
  const block = /[;,{]\s*\/\*+<?(.*?)\*+\/\s*$/.exec(line)?.[1];
  const rest = block ?? /[;,{]\s*\/\/[/<!]*(.*)$/.exec(line)?.[1];
  const text = rest?.trim() ?? '';
  return text === '' ? null : text;
}

function plain(lines: readonly string[]): string | null {
  const text = lines
    .map((line) => line.replace(/^ /, '').trimEnd())
    .join('\n')
    .trim();
  return text === '' ? null : text;
}
