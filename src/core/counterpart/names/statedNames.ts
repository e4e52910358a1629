import type { Declaration } from '../declaration.ts';
import type { RustFile } from '../rust/rustFile.ts';

/** A C name that `#[doc(alias)]` gives to an item, or to a field or variant of it. */
export interface StatedName {
  readonly c: string;
  /** Name of the field or variant; null for the item itself. */
  readonly member: string | null;
  /** 1-based line of the field or variant, or of the item. */
  readonly line: number;
  /** That line. */
  readonly text: string;
}

const ALIAS = /^\s*#\[doc\(alias\s*=\s*"([A-Za-z_]\w*)"\)\]/;
const BETWEEN = /^\s*(#\[|\/\/|$)/;
const MEMBER = /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:r#)?([A-Za-z_]\w*)\s*(?:[:,=({]|$)/;
const ITEM =
  /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:(?:const|async|unsafe|extern(?:\s+"[^"]*")?)\s+)*(?:fn|struct|union|enum)\b/;

/** Aliases above a declaration and, in records and enums, above their members. */
export function statedNames(declaration: Declaration, file: RustFile): readonly StatedName[] {
  const { kind, line: first, endLine } = declaration;
  const found: StatedName[] = [];
  let waiting: string[] = [];
  for (let line = first; line <= endLine; line++) {
    const text = file.lines.get(line) ?? '';
    const alias = ALIAS.exec(text)?.[1];
    if (alias !== undefined) waiting.push(alias);
    if (BETWEEN.test(text)) continue;
    const isItem = ITEM.test(text);
    const member = isItem ? null : (MEMBER.exec(text)?.[1] ?? null);
    if (isItem || member !== null)
      found.push(...waiting.map((c) => ({ c, member, line, text: text.trim() })));
    waiting = [];
    // What stands in a function is another declaration's.
    if (isItem && kind === 'function') break;
  }
  return found;
}
