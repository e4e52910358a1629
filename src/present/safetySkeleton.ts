import type { Annotation } from '../core/annotate/annotation.ts';
import type { Counterpart } from '../core/counterpart/counterpart.ts';
import { askedByDoc } from './askedByDoc.ts';

/** How many lines of a block are looked at. */
const MAX_LINES = 80;

/**
 * Comment lines to put above unsafe code in these lines: what it calls asks for these conditions, and
 * the author has still to say why they hold. Its first word marks it as unfinished: it never counts as an explanation.
 * Of C functions that are among `counterparts` their own documentation is asked.
 */
export function safetySkeleton(
  lines: readonly string[],
  annotation: Annotation,
  counterparts: readonly Counterpart[] = [],
): readonly string[] {
  const row = annotation.line - 1;
  const indent = indentOf(lines[row] ?? '');
  const conditions = conditionsOf(annotation, blockText(lines, row), counterparts);
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

const FOREIGN = /\b(?:bindings|ffi|sys|libc|\w+_sys|capi|uapi)::(\w+)\s*\(/g;

function conditionsOf(
  { conditions = [] }: Annotation,
  block: string,
  counterparts: readonly Counterpart[],
): readonly string[] {
  const called = conditions.flatMap(({ callee, conditions: asked }) =>
    asked.map((condition) => `\`${callee}\`: ${condition.replace(/\s+/g, ' ')}`),
  );
  const foreign = [...block.matchAll(FOREIGN)].flatMap(([, name = '']) => {
    const doc = counterparts.find(({ symbol, language }) => symbol === name && language === 'c')?.doc;
    const asked = askedByDoc(doc ?? '');
    if (asked.length === 0) return [`\`${name}\`: what its C documentation asks of callers.`];
    return asked.map((sentence) => `\`${name}\`: ${sentence}`);
  });
  return [...new Set([...called, ...foreign, ...dereferenced(block)])];
}

function dereferenced(block: string): readonly string[] {
  if (/&mut\s*\*/.test(block))
    return [
      '`&mut *`: The pointer is not null, aligned and valid, and nobody else uses the value meanwhile.',
    ];
  if (/&\s*\*/.test(block))
    return ['`&*`: The pointer is not null, aligned and valid, and nobody changes the value meanwhile.'];
  return /(^|[^\w)\]&])\*\s*[a-z_(]/.test(block)
    ? ['`*`: The pointer is not null, aligned, and points to a live value of its type.']
    : [];
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
