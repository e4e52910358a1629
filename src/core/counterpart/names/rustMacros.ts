import { shownText, type MacroDeclaration } from '../declaration.ts';
import { isForeignPath } from '../foreignPath.ts';
import { codeOf } from '../rust/functionBody.ts';
import type { RustFile } from '../rust/rustFile.ts';
import { isTestLine } from './testLine.ts';

/** A `macro_rules!` and what it says of C. */
export interface RustMacro {
  readonly declaration: MacroDeclaration;
  /** C functions that it expands to calls of: to a parser they are no calls. */
  readonly calls: readonly string[];
  /** C names that its documentation gives. */
  readonly aliases: readonly string[];
}

const DEFINES = /^\s*macro_rules!\s*([A-Za-z_]\w*)/;
const CALL = /((?:[A-Za-z_]\w*::)+)([a-z_]\w*)\s*\(/g;
const ALIAS = /^\s*#\[doc\(alias\s*=\s*"([A-Za-z_]\w*)"\)\]/;

/** The macros that a Rust file defines, tests left out. */
export function rustMacros(file: RustFile): readonly RustMacro[] {
  const lines = [...file.lines];
  return lines.flatMap(([line, text], at) => {
    const name = DEFINES.exec(text)?.[1];
    if (name === undefined || isTestLine(file, line)) return [];
    const above = attributesAbove(lines.slice(0, at).map(([, each]) => each));
    const body = bodyFrom(lines.slice(at).map(([, each]) => codeOf(each)));
    const exported = above.filter((each) => each.includes('#[macro_export'));
    const declaration: MacroDeclaration = {
      ...{ language: 'rust', kind: 'macro', name, params: [], value: '', doc: null, path: file.path },
      ...{ line: line - exported.length, endLine: line + body.length - 1 },
      text: shownText([...exported, text].map((each) => each.trim()).join('\n')),
    };
    return [
      {
        declaration,
        calls: callsIn(body.join('\n')),
        aliases: above.flatMap((each) => ALIAS.exec(each)?.[1] ?? []),
      },
    ];
  });
}

function callsIn(body: string): readonly string[] {
  const calls = [...body.matchAll(CALL)].filter(([, path]) => isForeignPath((path ?? '').replace(/::$/, '')));
  return [...new Set(calls.flatMap(([, , callee]) => callee ?? []))];
}

function attributesAbove(lines: readonly string[]): readonly string[] {
  let first = lines.length;
  while (/^\s*(#\[|\/\/)/.test(lines[first - 1] ?? '')) first--;
  return lines.slice(first);
}

/** Lines up to the brace that closes the first one opened. */
function bodyFrom(lines: readonly string[]): readonly string[] {
  let depth = 0;
  for (const [at, line] of lines.entries())
    for (const [mark] of line.matchAll(/[{}]/g)) {
      depth += mark === '{' ? 1 : -1;
      if (depth === 0) return lines.slice(0, at + 1);
    }
  return lines;
}
