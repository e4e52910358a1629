import { lexRust } from '../lex/lexRust.ts';
import { blank, withEdits, type Edit } from './edit.ts';

const QUALIFIED = /\b(?:safe\s+(?:fn|static)|unsafe\s+static)\b/;

/**
 * Rust source with what the grammar cannot read blanked, length and lines kept: the qualifiers of foreign items,
 * `safe fn`, `safe static` and `unsafe static`.
 */
export function maskRust(source: string): string {
  if (!QUALIFIED.test(source)) return source;
  const code = lexRust(source, 'code').filter(({ kind }) => kind !== 'comment');
  const edits: Edit[] = [];
  for (const [index, { kind, text, start, end }] of code.entries()) {
    if (kind !== 'word') continue;
    const next = code[index + 1]?.text;
    if ((text === 'safe' && (next === 'fn' || next === 'static')) || (text === 'unsafe' && next === 'static'))
      edits.push(blank(start, end));
  }
  return withEdits(source, edits);
}
