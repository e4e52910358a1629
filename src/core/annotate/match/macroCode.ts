import type { ImagePart } from '../../image/image.ts';
import type { Engine, Node } from '../../syntax/engine.ts';
import { findErrors } from '../../syntax/errorRows.ts';
import type { Fragment } from '../../syntax/fragment.ts';

/** Name of the function that code of macros is read in. */
export const MACRO_WRAPPER = '__macros';

/** The lines of one token tree as a part of the file: its brackets blanked, and what only macros have. */
export function macroPart(fragment: Fragment, tokens: Node): ImagePart {
  const { first, lines } = tokenLines(fragment, tokens);
  return { firstLine: first, lines: lines.map(({ indent, text }) => ' '.repeat(indent) + text), section: '' };
}

/**
 * Parses several token trees of a fragment at once: each stays in its place, in its brackets, as a statement of its own;
 * all else is blank. What cannot be read so, whole rows with errors, is in `errorLines`.
 */
export function parseMacros(engine: Engine, fragment: Fragment, macros: readonly Node[]): Fragment {
  const sorted = [...macros].sort((a, b) => a.startIndex - b.startIndex);
  const rows = new Map<number, string>();
  for (const tokens of sorted) {
    const { first, lines } = tokenLines(fragment, tokens);
    const [open, close] = bracketsFor(tokens.text);
    for (const [index, { indent, text }] of lines.entries()) {
      const written = rows.get(first + index) ?? '';
      const start = index === 0 ? indent - 1 : indent;
      const opened = (index === 0 ? open : '') + text + (index === lines.length - 1 ? `${close};` : '');
      rows.set(first + index, written + ' '.repeat(Math.max(0, start - written.length)) + opened);
    }
  }
  const firstLine = Math.min(...rows.keys());
  const lastLine = Math.max(...rows.keys());
  const source = Array.from(
    { length: lastLine - firstLine + 1 },
    (_, index) => rows.get(firstLine + index) ?? '',
  );
  const text = `fn ${MACRO_WRAPPER}() {\n${source.join('\n')}\n}\n`;
  const tree = engine.parse('rust', text);
  const errors = findErrors(tree, 1, source.length);
  const errorLines = new Set([...errors.rows].map((row) => row + firstLine - 1));
  if (errors.score > 0 && errorLines.size === 0)
    for (let line = firstLine; line <= lastLine; line++) errorLines.add(line);
  return {
    tree,
    text,
    lineOffset: firstLine - 1,
    firstLine,
    lastLine,
    source,
    kind: 'hunk',
    errorLines,
    insideUnsafeFn: false,
    delete: () => {
      tree.delete();
    },
  };
}

/** The brackets to read a token tree in: its own, but a list in braces is no block. */
function bracketsFor(text: string): readonly [open: string, close: string] {
  const isList = text.startsWith('{') && /,\s*\}$/.test(text) && !text.includes(';');
  return isList ? ['[', ']'] : [text.charAt(0), text.at(-1) ?? ''];
}

/** What stands between the brackets of a token tree, line by line, each with the column it begins at. */
function tokenLines(
  fragment: Fragment,
  tokens: Node,
): { readonly first: number; readonly lines: readonly { readonly indent: number; readonly text: string }[] } {
  const { startPosition: start, endPosition: end } = tokens;
  const first = Math.max(start.row + fragment.lineOffset, fragment.firstLine);
  const last = Math.min(end.row + fragment.lineOffset, fragment.lastLine);
  const lines = fragment.source.slice(first - fragment.firstLine, last - fragment.firstLine + 1);
  const cut = lines.map((line, index) => {
    const from = index === 0 ? start.column + 1 : 0;
    const to = index === lines.length - 1 ? end.column - 1 : line.length;
    return line.slice(from, Math.max(from, to));
  });
  const code = withoutMacroSyntax(cut.join('\n')).split('\n');
  return { first, lines: code.map((text, index) => ({ indent: index === 0 ? start.column + 1 : 0, text })) };
}

/**
 * Same length: `$(` and its closing `) sep *` become blanks, the `$` of a name an underscore. `quote!` writes `#` for `$`.
 */
function withoutMacroSyntax(text: string): string {
  if (!/[$#]/.test(text)) return text;
  const chars = text.replace(/[$#](?=[A-Za-z_])/g, '_').split('');
  const open: boolean[] = [];
  for (let at = 0; at < chars.length; at++) {
    if (chars[at] === '(') open.push(chars[at - 1] === '$' || chars[at - 1] === '#');
    if (chars[at] !== ')' || open.pop() !== true) continue;
    const [tail = ')'] = /^\)[^\s\w]{0,2}?[*+?]/.exec(chars.slice(at, at + 4).join('')) ?? [];
    chars.fill(' ', at, at + tail.length);
  }
  return chars.join('').replace(/[$#]\(/g, '  ');
}

/** A name of a macro, which is read with an underscore for its `$`, as it stands in the tokens. */
export function asWritten(name: string | null, { macro }: Fragment): string | null {
  if (!macro || name?.startsWith('_') !== true) return name;
  const tokens = macro.node.text;
  return ['$', '#'].map((mark) => mark + name.slice(1)).find((written) => tokens.includes(written)) ?? name;
}
