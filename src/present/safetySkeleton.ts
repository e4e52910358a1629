import { stdSafety } from '../core/annotate/explain/stdSafety.ts';

/** How many lines of a block are looked at. */
const MAX_LINES = 80;
const FOREIGN = /^(bindings|ffi|sys|libc|\w+_sys|capi|uapi)$/;

/**
 * Comment lines to put above the unsafe code that begins on a 0-based row: what it calls asks for these conditions, and
 * the author has still to say why they hold. It begins with TODO, so it never counts as an explanation.
 */
export function safetySkeleton(lines: readonly string[], row: number): readonly string[] {
  const indent = indentOf(lines[row] ?? '');
  const conditions = conditionsOf(lines, blockText(lines, row));
  const head =
    conditions.length === 0
      ? '// SAFETY: TODO: say what has to hold here, and why it does.'
      : '// SAFETY: TODO: say of each of these why it holds here.';
  return [head, ...conditions.map((condition) => `// - ${condition}`)].map((line) => indent + line);
}

/** A `# Safety` section for the documentation of an unsafe item, and the 0-based row to put it before. */
export function safetySection(
  lines: readonly string[],
  row: number,
): { readonly row: number; readonly lines: readonly string[] } {
  const indent = indentOf(lines[row] ?? '');
  let above = row;
  while (above > 0 && /^\s*#\[.*\]\s*$/.test(lines[above - 1] ?? '')) above--;
  const documented = /^\s*\/\/\//.test(lines[above - 1] ?? '');
  const section = ['/// # Safety', '///', '/// TODO: say what the caller has to see to.'];
  return { row: above, lines: [...(documented ? ['///'] : []), ...section].map((line) => indent + line) };
}

/** The block that begins at the row, up to the brace that closes it; without comments. */
function blockText(lines: readonly string[], row: number): string {
  const text = lines
    .slice(row, row + MAX_LINES)
    .map((line) => line.replace(/\/\/.*$/, ''))
    .join('\n');
  const start = text.indexOf('{', Math.max(text.search(/\bunsafe\b/), 0));
  if (start < 0) return lines[row] ?? '';
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(start + 1, at);
  }
  return text.slice(start + 1);
}

const CALL = /(\.)?(?:\b(\w+)::(?:<[^<>()]*>::)?)?\b(\w+)(?:::<[^()]*?>)?\(/g;

function conditionsOf(lines: readonly string[], block: string): readonly string[] {
  const found: string[] = [];
  for (const [, dot, qualifier, name = ''] of block.matchAll(CALL)) {
    const std = stdSafety(dot ? null : (qualifier ?? null), name);
    const own = std ? [] : ownConditions(lines, name);
    const asked = std?.conditions ?? own;
    found.push(...asked.map((condition) => `\`${std?.path ?? name}\`: ${condition}`));
    if (asked.length === 0 && qualifier !== undefined && FOREIGN.test(qualifier))
      found.push(`\`${qualifier}::${name}\`: what its C documentation asks of callers.`);
  }
  if (/&mut\s*\*/.test(block))
    found.push(
      '`&mut *`: The pointer is not null, aligned and valid, and nobody else uses the value meanwhile.',
    );
  else if (/&\s*\*/.test(block))
    found.push('`&*`: The pointer is not null, aligned and valid, and nobody changes the value meanwhile.');
  else if (/(^|[^\w)\]&])\*\s*[a-z_(]/.test(block))
    found.push('`*`: The pointer is not null, aligned, and points to a live value of its type.');
  return [...new Set(found)];
}

/** What the `# Safety` section of a function in the same file says, a condition a paragraph or list item. */
function ownConditions(lines: readonly string[], name: string): readonly string[] {
  const row = lines.findIndex((line) => new RegExp(`\\bunsafe\\b.*\\bfn\\s+${name}\\b`).test(line));
  if (row < 0) return [];
  const doc: string[] = [];
  for (let at = row - 1; at >= 0; at--) {
    const line = (lines[at] ?? '').trim();
    if (line.startsWith('///')) doc.unshift(line.slice(3).trim());
    else if (!/^#\[.*\]$/.test(line)) break;
  }
  const start = doc.findIndex((line) => /^#+\s*Safety\b/i.test(line));
  if (start < 0) return [];
  const rest = doc.slice(start + 1);
  const end = rest.findIndex((line) => /^#+\s/.test(line));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .join('\n')
    .split(/\n\s*\n|\n(?=[-*]\s)/)
    .map((part) =>
      part
        .replace(/^[-*]\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
