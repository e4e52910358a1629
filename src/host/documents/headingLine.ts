/**
 * 0-based line of a heading in a Markdown or reStructuredText document, by its anchor (`common-pitfalls`); undefined if
 * it has none. In reStructuredText a heading is a line with an adornment below it.
 */
export function headingLine(text: string, anchor: string): number | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const wanted = slug(anchor);
  const found = lines.findIndex((line, index) => {
    const markdown = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    const adorned = /^(=+|-+|~+|\^+|"+|\*+|\++|'+|\.+|`+)\s*$/.test(lines[index + 1] ?? '');
    const title = markdown ?? (adorned && line.trim() !== '' ? line : undefined);
    return title !== undefined && slug(title) === wanted;
  });
  return found < 0 ? undefined : found;
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
