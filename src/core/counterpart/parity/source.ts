import type { Declaration, FunctionDeclaration } from '../declaration.ts';
import { evaluate } from '../abi/evaluate.ts';
import { constantValue } from '../abi/constantValue.ts';
import type { Language } from '../../patch/language.ts';
import { ofKind } from '../pair/bestOf.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { SourceFile } from '../sources/fileReader.ts';

/** A source file of a device: what it declares and its lines. */
export interface DeviceSource {
  readonly file: SourceFile;
  readonly lines: readonly string[];
}

/** One side of a device with a way to look names up. */
export interface DeviceSide {
  readonly language: Language;
  readonly sources: readonly DeviceSource[];
  readonly scope: SourceScope;
}

/** Full text of a declaration, which its `text` cuts short. */
export function fullText(
  { lines }: DeviceSource,
  { line, endLine }: Pick<Declaration, 'line' | 'endLine'>,
): string {
  return lines.slice(line - 1, endLine).join('\n');
}

/** An integer expression as a number, or as written when its value is not known. */
export async function valueOf(expression: string, side: DeviceSide): Promise<string> {
  const plain = expression.trim();
  if (/^(true|false)$/.test(plain)) return plain;
  const value = await evaluate(plain, (name) => constantValue(name, side.scope, side.language));
  return value === undefined ? plain : String(value);
}

/** A string literal of either language, or a constant that stands for one; null if it is none. */
export async function stringOf(expression: string, side: DeviceSide, depth = 0): Promise<string | null> {
  const literal = /^(?:c_str!\s*\(\s*|c|b)?"((?:[^"\\]|\\.)*)"/.exec(expression.trim())?.[1];
  if (literal !== undefined) return literal.replace(/\\0$/, '');
  const name = /(\w+)\s*\)*$/.exec(expression.trim())?.[1];
  if (name === undefined || depth > 4) return null;
  const found = [
    ...ofKind(await side.scope.find(side.language, name), 'constant', 'variable'),
    // Rust has names of C from bindgen, but not below its own crate.
    ...(/\b(?:crate|self|super)::/.test(expression)
      ? []
      : ofKind(await side.scope.find('c', name), 'constant')),
  ];
  for (const { declaration } of found) {
    const text = declaration.value === null ? null : await stringOf(declaration.value, side, depth + 1);
    if (text !== null) return text;
  }
  return null;
}

/** A call in some text: its name, arguments and place. */
export interface TextCall {
  readonly name: string;
  readonly args: readonly string[];
  /** Offset of the name. */
  readonly index: number;
  /** Offset after the closing bracket. */
  readonly end: number;
}

/** All calls, macros included, whose name matches. `names` needs the flags `g` and no groups. */
export function callsIn(text: string, names: string): readonly TextCall[] {
  const calls: TextCall[] = [];
  for (const match of text.matchAll(new RegExp(`\\b(${names})!?\\s*[({]`, 'g'))) {
    const open = match.index + match[0].length - 1;
    const end = closingBracket(text, open);
    calls.push({
      name: match[1] ?? '',
      args: splitArguments(text.slice(open + 1, end - 1)),
      index: match.index,
      end,
    });
  }
  return calls;
}

/** Offset after the bracket that closes the one at `open`. */
export function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') at = text.indexOf('"', at + 1);
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return at + 1;
    if (at < 0) return text.length;
  }
  return text.length;
}

/** Parts of a text between commas outside brackets, without comments. */
export function splitArguments(text: string): readonly string[] {
  const plain = withoutComments(text);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at] ?? '';
    if (char === '"') {
      const end = plain.indexOf('"', at + 1);
      if (end < 0) break;
      at = end;
    } else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ',' && depth === 0) {
      parts.push(plain.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, plain.slice(from).trim()].filter((part) => part !== '');
}

/** Comments become blanks; places stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** 1-based line of an offset into a text that begins on `firstLine`. */
export function lineAtOffset(text: string, offset: number, firstLine = 1): number {
  let line = firstLine;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** A function of a side by name, with the source it stands in and its body without comments. */
export function functionNamed(
  side: DeviceSide,
  name: string,
  selfType?: string,
): {
  readonly source: DeviceSource;
  readonly declaration: FunctionDeclaration;
  readonly body: string;
} | null {
  for (const source of side.sources)
    for (const declaration of source.file.declarations) {
      if (declaration.kind !== 'function' || declaration.name !== name || !declaration.body) continue;
      if (selfType !== undefined && declaration.selfType !== selfType) continue;
      const { line, endLine } = declaration.body;
      return { source, declaration, body: withoutComments(source.lines.slice(line - 1, endLine).join('\n')) };
    }
  return null;
}
