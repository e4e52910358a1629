import type { Disagreement } from '../disagreement.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { bodyOf, lineAt, type FunctionBody } from '../rust/functionBody.ts';
import { registrationsOf } from '../rust/registrations.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import { handedOut, type HandedOut } from './handedOut.ts';

/**
 * The round trip of a `void *`: what is handed to C beside a callback against what the callback takes it for. Asks about
 * another type and about `&mut` where a shared reference was handed out. `Self` and type parameters are followed; whatever
 * is not written out says nothing.
 */
export function checkRoundTrip(callback: FunctionDeclaration, file: RustFile): readonly Disagreement[] {
  const body = bodyOf(callback, file);
  const opaque = opaqueOf(callback);
  if (!body || opaque === null) return [];
  const taken = takenFor(body, opaque);
  if (!taken) return [];
  const found: Disagreement[] = [];
  for (const registration of registrationsOf(callback, file)) {
    if (registration.kind !== 'argument') continue;
    const { call } = registration;
    const handed = handedAt(call, registration.index, file);
    if (!handed) continue;
    found.push(...compare(callback, call, handed, taken, file));
  }
  return found;
}

/** The parameter that carries the pointer handed out: by its name, else the last of several, as in GLib. */
function opaqueOf({ params }: FunctionDeclaration): string | null {
  const untyped = params.flatMap(({ name, type }) =>
    name !== null &&
    ((type.kind === 'pointer' && isVoid(type.to)) || (type.kind === 'name' && type.name === 'gpointer'))
      ? [name]
      : [],
  );
  return untyped.find((name) => OPAQUE_NAME.test(name)) ?? untyped.at(-1) ?? null;
}

const OPAQUE_NAME = /^_?(?:opaque|user_?data|closure|cookie|priv|context|ctx)$/;

function isVoid(type: FunctionDeclaration['returns']): boolean {
  return type.kind === 'void' || (type.kind === 'name' && type.name === 'c_void');
}

/** How a callback reads its opaque pointer. */
interface Taken {
  readonly type: string;
  readonly exclusive: boolean;
  readonly line: number;
  readonly text: string;
}

function takenFor(body: FunctionBody, opaque: string): Taken | null {
  const cast = new RegExp(
    `(&mut\\s*\\*+\\s*\\(*\\s*)?\\b${opaque}\\b\\s*(?:\\.cast(?:_mut|_const)?\\(\\)\\s*)*(?:\\.cast::<\\s*([^<>]+?)\\s*>\\(\\)|as\\s+\\*(?:mut|const)\\s+([\\w:]+))([\\s)]*\\.as_mut\\(\\))?`,
  );
  const match = cast.exec(body.text);
  const type = (match?.[2] ?? match?.[3])?.replace(/^.*::/, '');
  if (!match || type === undefined || type === '_' || type === 'c_void') return null;
  const line = lineAt(body, match.index);
  const exclusive = match[1] !== undefined || match[4] !== undefined;
  return { type, exclusive, line, text: (body.lines[line - body.firstLine] ?? '').trim() };
}

/** The argument that goes to C together with a callback: the first pointer behind it, or else before it. */
function handedAt(call: RustCall, callbackIndex: number, file: RustFile): HandedOut | null {
  const order = [...call.args.keys()].filter((at) => at !== callbackIndex);
  order.sort((a, b) => Number(a < callbackIndex) - Number(b < callbackIndex));
  for (const at of order) {
    const handed = handedOut(call.args[at] ?? '', call, file);
    if (handed) return handed;
  }
  return null;
}

function compare(
  callback: FunctionDeclaration,
  call: RustCall,
  handed: HandedOut,
  taken: Taken,
  file: RustFile,
): readonly Disagreement[] {
  const read = resolved(taken.type, callback, call);
  const found: Disagreement[] = [];
  const rust = { path: file.path, line: taken.line, text: taken.text };
  const there = { path: file.path, line: call.line, text: handed.text };
  const both = handed.type !== null && read !== null && isConcrete(handed.type) && isConcrete(read);
  if (both && handed.type !== read)
    found.push({
      kind: 'opaque-type',
      subject: callback.name,
      question: `\`${call.name}\` is given a \`${handed.type}\` (line ${call.line}), and \`${callback.name}\` takes it for a \`${read}\`. Are they the same thing in memory?`,
      targets: [],
      c: null,
      rust,
    });
  if (taken.exclusive && handed.shared)
    found.push({
      kind: 'opaque-exclusive',
      subject: callback.name,
      question: `\`${callback.name}\` makes an exclusive reference of what \`${call.name}\` was given as a shared one (line ${there.line}). Who else holds it meanwhile?`,
      targets: [],
      c: null,
      rust,
    });
  return found;
}

/** What a type parameter of the callback is at the place where its address is taken (`cb::<Fan, F>`). */
function resolved(type: string, callback: FunctionDeclaration, call: RustCall): string | null {
  if (type === 'Self') return callback.selfType;
  const at = callback.generics.indexOf(type);
  if (at < 0) return type;
  const turbofish = new RegExp(`\\b${callback.name}\\s*::\\s*<([^<>]*)>`).exec(call.args.join(', '))?.[1];
  const given = turbofish?.split(',')[at]?.trim();
  if (given === 'Self') return call.selfType;
  return given ?? null;
}

/** A single capital is a type parameter. */
function isConcrete(type: string): boolean {
  return /^[A-Z]\w+$/.test(type) && /[a-z]/.test(type);
}
