import type { Language } from '../../patch/language.ts';
import type { Declaration } from '../declaration.ts';
import { isForeignPath } from '../foreignPath.ts';
import type { Found, Scope } from '../scope.ts';
import type { FunctionType, NamedType, SourceType } from '../sourceType.ts';
import { UNKNOWN, type AbiFunction, type AbiType } from './abiType.ts';
import { evaluate } from './evaluate.ts';
import { constantValue } from './constantValue.ts';
import { C_STANDARD, RUST_STANDARD, SHARED_NAMES } from './standardTypes.ts';

/** Where a type is written: names mean different things in different files. */
export interface TypeContext {
  readonly scope: Scope;
  readonly language: Language;
  /** File of the type; Rust imports are looked up for it. */
  readonly path: string;
  /** Type parameters in scope. */
  readonly generics: readonly string[];
  /** How deep alias chains have been followed. */
  readonly depth: number;
}

const MAX_DEPTH = 12;

/** Rust wrappers with the layout of what they hold. */
const TRANSPARENT = new Set([
  'Opaque',
  'UnsafeCell',
  'SyncUnsafeCell',
  'Cell',
  'MaybeUninit',
  'ManuallyDrop',
  'Wrapping',
  'UnsafePinned',
  'Pin',
]);
/** Rust pointers that are never null. */
const OWNED_POINTERS = new Set(['NonNull', 'Box', 'Owned', 'KBox', 'Arc', 'ARef', 'Ref']);

/** What the machine sees of a type. Never fails: what cannot be found is `unknown`. */
export async function resolveType(type: SourceType, context: TypeContext): Promise<AbiType> {
  if (context.depth > MAX_DEPTH) return UNKNOWN;
  switch (type.kind) {
    case 'void':
      return { kind: 'void' };
    case 'unknown':
      return UNKNOWN;
    case 'inline':
      return type;
    case 'pointer': {
      // A reference to an unsized type is two words: nothing that C has.
      if (type.form === 'reference' && isUnsized(type.to)) return UNKNOWN;
      const to = await resolveType(type.to, context);
      return { kind: 'pointer', to, readOnly: type.readOnly, nullable: type.form === 'raw' };
    }
    case 'function': {
      const to = await resolveFunction(type, context);
      if (context.language === 'c') return to;
      // A Rust `fn` type is a pointer that is never null.
      return { kind: 'pointer', to, readOnly: false, nullable: false };
    }
    case 'array': {
      if (type.length === null) return UNKNOWN;
      const of = await resolveType(type.of, context);
      if (type.length === '' || type.length === '0')
        return { kind: 'array', of, length: type.length === '' ? -1 : 0 };
      const value = await evaluate(type.length, (name) =>
        constantValue(name, context.scope, context.language),
      );
      const length =
        value === undefined || value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
      return { kind: 'array', of, length };
    }
    case 'name':
      return context.language === 'c' ? resolveC(type, context) : resolveRust(type, context);
  }
}

async function resolveFunction(type: FunctionType, context: TypeContext): Promise<AbiFunction> {
  if (context.language === 'rust' && type.abi === null) return unknownFunction();
  return {
    kind: 'function',
    params: await Promise.all(type.params.map((param) => resolveType(param.type, context))),
    returns: await resolveType(type.returns, context),
    variadic: type.variadic,
  };
}

/** A signature about which nothing is said: variadic and without parameters, as C's `()`. */
function unknownFunction(): AbiFunction {
  return { kind: 'function', params: [], returns: UNKNOWN, variadic: true };
}

function isUnsized(type: SourceType): boolean {
  return (
    (type.kind === 'array' && type.length === null) ||
    (type.kind === 'name' && (type.name === 'str' || type.name === 'CStr' || type.name === 'OsStr')) ||
    (type.kind === 'unknown' && type.text.startsWith('dyn'))
  );
}

async function resolveC(type: NamedType, context: TypeContext): Promise<AbiType> {
  if (type.tag === null) {
    const standard = C_STANDARD.get(type.name);
    if (standard) return standard;
  }
  const found = await context.scope.find('c', type.name);
  return resolveFound(type, found, { ...context, language: 'c' });
}

async function resolveFound(
  type: NamedType,
  found: readonly Found[],
  context: TypeContext,
): Promise<AbiType> {
  const declarations = found.map(({ declaration }) => declaration);
  if (type.tag !== 'enum') {
    const records = declarations.filter((each) => each.kind === 'record');
    const record = only(records.filter(({ partial }) => !partial)) ?? null;
    const known = type.tag !== null || records.length > 0;
    const aliases = type.tag === null ? declarations.filter((each) => each.kind === 'alias') : [];
    // `typedef struct X X` names the struct itself.
    const alias = aliases.find(({ target }) => !(target.kind === 'name' && target.name === type.name));
    if (alias) {
      if (!agree(aliases)) return { kind: 'unknown', name: type.name };
      return resolveType(alias.target, {
        ...context,
        path: alias.path,
        generics: [],
        depth: context.depth + 1,
      });
    }
    if (known || aliases.length > 0) {
      const isEnum = aliases.some(({ target }) => target.kind === 'name' && target.tag === 'enum');
      if (!isEnum) return { kind: 'record', name: type.name, declaration: record };
    }
  }
  const enums = declarations.filter((each) => each.kind === 'enum');
  if (type.tag === 'enum' || enums.length > 0)
    return { kind: 'enum', name: type.name, declaration: only(enums) ?? null };
  return { kind: 'unknown', name: type.name };
}

/** All say the same: several copies of one typedef are no ambiguity. */
function agree(declarations: readonly Declaration[]): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  return new Set(declarations.map(({ text }) => plain(text))).size <= 1;
}

function only<T extends Declaration>(declarations: readonly T[]): T | undefined {
  return agree(declarations) ? declarations[0] : undefined;
}

async function resolveRust(type: NamedType, context: TypeContext): Promise<AbiType> {
  const { name, path, args } = type;
  if (path === '' && context.generics.includes(name)) return UNKNOWN;
  if (/^(Self|T|U)$/.test(path)) return UNKNOWN;
  const [arg] = args;
  if (arg) {
    if (name === 'Option') return optional(await resolveType(arg, context));
    if (TRANSPARENT.has(name)) return resolveType(arg, context);
    if (OWNED_POINTERS.has(name))
      return { kind: 'pointer', to: await resolveType(arg, context), readOnly: false, nullable: false };
    if (name === 'PhantomData') return { kind: 'nothing' };
  }
  if (name === 'PhantomPinned' || name === 'PhantomData') return { kind: 'nothing' };
  // `bindings::Foo` is what bindgen makes of C's `Foo`.
  if (isForeignPath(path)) return resolveForeign(name, context);
  const standard = RUST_STANDARD.get(name) ?? (SHARED_NAMES.has(name) ? C_STANDARD.get(name) : undefined);
  if (standard) return standard;
  const imported = (await context.scope.imports(context.path)).find((each) => each.as === name);
  if (imported && (isForeignPath(imported.path) || isForeignPath(imported.name)))
    return resolveForeign(imported.name, context);
  const found = await context.scope.find('rust', imported?.name ?? name);
  const types = found.filter(
    ({ declaration: { kind } }) => kind === 'record' || kind === 'enum' || kind === 'alias',
  );
  if (types.length === 0) return args.length > 0 ? UNKNOWN : resolveForeign(imported?.name ?? name, context);
  return resolveRustFound(type, types, context);
}

/** A name generated from C. Without its C declaration it stays a name: two equal names are the same type. */
async function resolveForeign(name: string, context: TypeContext): Promise<AbiType> {
  const plain = name.replace(/^_bindgen_ty_\d+$/, '');
  const standard = RUST_STANDARD.get(name) ?? C_STANDARD.get(name);
  if (standard) return standard;
  return resolveC(
    { kind: 'name', name: plain, path: '', tag: null, args: [] },
    { ...context, language: 'c', depth: context.depth + 1 },
  );
}

async function resolveRustFound(
  type: NamedType,
  found: readonly Found[],
  context: TypeContext,
): Promise<AbiType> {
  const declarations = found.map(({ declaration }) => declaration);
  const sameFile = declarations.filter(({ path }) => path === context.path);
  const candidates = sameFile.length > 0 ? sameFile : declarations;
  const [first] = candidates;
  if (!first || (candidates.length > 1 && !agree(candidates))) return { kind: 'unknown', name: type.name };
  const inside: TypeContext = { ...context, path: first.path, generics: [], depth: context.depth + 1 };
  if (first.kind === 'alias') return resolveType(first.target, inside);
  if (first.kind === 'enum') return { kind: 'enum', name: first.name, declaration: first };
  if (first.kind !== 'record') return { kind: 'unknown', name: type.name };
  const sized = first.fields.filter(
    ({ type: { kind, ...rest } }) => !(kind === 'name' && 'name' in rest && rest.name.startsWith('Phantom')),
  );
  const [inner] = sized;
  if (first.repr.includes('transparent') && inner && sized.length === 1)
    return resolveType(inner.type, inside);
  return { kind: 'record', name: first.name, declaration: first };
}

/** `Option<P>` is a pointer that may be null when P is one that may not. */
function optional(type: AbiType): AbiType {
  return type.kind === 'pointer' && !type.nullable ? { ...type, nullable: true } : UNKNOWN;
}
