import type { RustCall, RustFile } from '../rust/rustFile.ts';
import { codeOf } from '../rust/functionBody.ts';

/** A pointer that is given away, as far as its expression says what it points to. */
export interface HandedOut {
  /** Type behind the pointer, null where it is not written out. */
  readonly type: string | null;
  /** Made from a shared reference. */
  readonly shared: boolean;
  /** Made by giving up ownership: `into_raw`, `leak`. */
  readonly owned: boolean;
  /** `Box`, `Arc` … where ownership is given up by name; else null. */
  readonly owner: string | null;
  readonly text: string;
}

const NAME = '(?:\\w+::)*(\\w+)';
/** `x as *const Foo`, with its cast to `c_void` behind. */
const AS_CONST = new RegExp(`\\bas\\s+\\*(const|mut)\\s+${NAME}`);
/** `Box::into_raw(Box::new(Foo::new()))`, `Box::leak(Box::new(Foo { … }))`. */
const GIVEN_UP =
  /\b(Box|Arc|Rc|KBox|CString|Vec)\s*(?:::<\w+>)?::(?:into_raw|leak)\b|\.into_raw\(\)|\binto_foreign\(\)/;
const CONSTRUCTED = new RegExp(
  `\\b(?:Box|Arc|Rc|KBox)::new\\(\\s*(?:\\w+::)*([A-Z]\\w*)\\s*(?:::\\w+\\s*\\(|\\{|\\()`,
);

/** Reads an argument as a pointer given away, through a variable if need be; null when it is none. */
export function handedOut(argument: string, call: RustCall, file: RustFile): HandedOut | null {
  const direct = fromExpression(argument, argument, call, file);
  if (direct) return direct;
  const variable = /^\(?\s*(\w+)\s*(?:\.cast\b[\s\S]*|as\s[\s\S]*)?$/.exec(argument.trim())?.[1];
  if (variable === undefined) return null;
  const given = variable === 'self' ? undefined : valueOf(variable, call, file);
  return given === undefined ? null : fromExpression(given, argument, call, file);
}

function fromExpression(expression: string, text: string, call: RustCall, file: RustFile): HandedOut | null {
  const givenUp = GIVEN_UP.exec(expression);
  if (givenUp) {
    const type = CONSTRUCTED.exec(expression)?.[1] ?? null;
    return {
      type: type === 'Self' ? call.selfType : type,
      shared: false,
      owned: true,
      owner: givenUp[1] ?? null,
      text,
    };
  }
  const cast = AS_CONST.exec(expression);
  if (!cast) return null;
  const [, constness, name = ''] = cast;
  const type = name === 'Self' ? call.selfType : name === '_' || name === 'c_void' ? null : name;
  const shared = constness === 'const' && isSharedReference(expression.trim(), call, file);
  return { type, shared, owned: false, owner: null, text };
}

/** `self`, `&x`, or a parameter that is a shared reference, before its cast. */
function isSharedReference(expression: string, call: RustCall, file: RustFile): boolean {
  const [, ampersand, name] = /^\(*\s*(&(?!\s*mut\b)\s*)?(\w+)\s+as\b/.exec(expression) ?? [];
  if (ampersand !== undefined || name === 'self') return true;
  const around = file.declarations.find((each) => each.kind === 'function' && each.name === call.inFunction);
  if (around?.kind !== 'function') return false;
  const type = around.params.find((each) => each.name === name)?.type;
  return type?.kind === 'pointer' && type.form === 'reference' && type.readOnly;
}

/** What a variable was last set to before a call, in the lines of its function. */
function valueOf(variable: string, call: RustCall, file: RustFile): string | undefined {
  const start = new RegExp(`\\blet\\s+(?:mut\\s+)?${variable}\\s*(?::[^=]*)?=\\s*(.*)$`);
  for (let line = call.line; line > call.line - 60; line--) {
    const text = file.lines.get(line);
    if (text === undefined) return undefined;
    if (/^\s*(?:pub\b.*)?\bfn\s/.test(text) && line < call.line) return undefined;
    const first = start.exec(codeOf(text))?.[1];
    if (first === undefined) continue;
    let value = first;
    for (let next = line + 1; !value.includes(';') && next < call.line; next++)
      value += codeOf(file.lines.get(next) ?? ';');
    return value.replace(/;[\s\S]*$/, '');
  }
  return undefined;
}
