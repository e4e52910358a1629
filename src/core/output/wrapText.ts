/**
 * Wraps prose to `width` columns (counted in code points). Blank lines separate paragraphs; a line that begins with
 * white space, `>` or a list marker keeps its own line. A word longer than the width is not broken.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) wrapped.push(...fill(paragraph.join(' '), width));
    paragraph = [];
  };
  for (const line of text.trim().split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      flush();
      if (wrapped.at(-1) !== '') wrapped.push('');
    } else if (/^(\s|>)/.test(line)) {
      flush();
      wrapped.push(line.trimEnd());
    } else {
      if (/^([-*+•]|\d+[.)])\s/.test(line)) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return wrapped;
}

function fill(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

function columns(text: string): number {
  return Array.from(text).length;
}
