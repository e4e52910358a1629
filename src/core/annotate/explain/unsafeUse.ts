import type { Node } from '../../syntax/engine.ts';

/** A pointer given to a call: its text, and the words by which a comment would speak of it. */
export interface PointerArgument {
  readonly text: string;
  readonly names: readonly string[];
}

/** A call in an unsafe block. */
export interface UnsafeCall {
  readonly name: string;
  /** Last part of the path before the name (`slice`, `bindings`); null for a method or a bare name. */
  readonly qualifier: string | null;
  readonly method: boolean;
  /** Its path says that it is a function of C. */
  readonly foreign: boolean;
  /** Arguments that are raw pointers by their looks: the compiler vouches for none of them. */
  readonly pointers: readonly PointerArgument[];
}

/** What an unsafe block or impl does, as far as its text tells. */
export interface UnsafeUse {
  readonly calls: readonly UnsafeCall[];
  /** All identifiers in it. */
  readonly names: ReadonlySet<string>;
}

const FOREIGN = /^(bindings|ffi|sys|libc|\w+_sys|capi|uapi)$/;
const IDENTIFIER = /^(identifier|field_identifier|type_identifier|self)$/;

/** What is known about the place of an unsafe block. */
export interface UnsafeSurroundings {
  /** Parameters of the function that are raw pointers. */
  readonly rawNames: ReadonlySet<string>;
  /** Words of the type that the function belongs to: a comment may call `self` so. */
  readonly selfNames: readonly string[];
}

/** Reads an unsafe block or impl. */
export function unsafeUse(node: Node, around: UnsafeSurroundings): UnsafeUse {
  const calls: UnsafeCall[] = [];
  const names = new Set<string>();
  const visit = (at: Node): void => {
    if (at.childCount === 0 && /^[A-Za-z_]\w*$/.test(at.text)) names.add(at.text);
    if (at.type === 'call_expression') calls.push(readCall(at, around));
    for (const child of at.children) visit(child);
  };
  visit(node);
  return { calls, names };
}

/** Names of the raw pointers among a function's parameters. */
export function rawParameters(item: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const parameter of item.childForFieldName('parameters')?.namedChildren ?? []) {
    const type = parameter.childForFieldName('type')?.text ?? '';
    if (/^\*\s*(const|mut)\b|^NonNull\b/.test(type))
      names.add(parameter.childForFieldName('pattern')?.text ?? '');
  }
  return names;
}

function readCall(call: Node, around: UnsafeSurroundings): UnsafeCall {
  const callee = called(call);
  const path = callee.type === 'scoped_identifier' ? callee.text.replace(/<[^<>]*>|\s/g, '').split('::') : [];
  const field = callee.type === 'field_expression' ? callee.childForFieldName('field') : null;
  const qualifier = path.filter((part) => part !== '').at(-2) ?? null;
  return {
    name: field?.text ?? path.at(-1) ?? callee.text,
    qualifier,
    method: field !== null,
    foreign: qualifier !== null && FOREIGN.test(qualifier),
    pointers: (call.childForFieldName('arguments')?.namedChildren ?? []).flatMap(
      (argument) => readPointer(argument, around) ?? [],
    ),
  };
}

function called(call: Node): Node {
  const callee = call.childForFieldName('function') ?? call;
  return callee.type === 'generic_function' ? (callee.childForFieldName('function') ?? callee) : callee;
}

/** A raw parameter or the address of something behind it, or `self.…` turned into a pointer. */
function readPointer(
  argument: Node,
  { rawNames, selfNames }: UnsafeSurroundings,
): PointerArgument | undefined {
  const text = argument.text.replace(/\s+/g, ' ');
  if (OWN_POINTER.test(text)) return { text, names: [...identifiers(argument), 'this', ...selfNames] };
  const place = ADDRESS_OF.exec(text)?.[1];
  const root = place ?? /^\(?\*?(\w+)\b/.exec(text)?.[1];
  if (root === undefined || !rawNames.has(root)) return undefined;
  return { text, names: identifiers(argument) };
}

const OWN_POINTER = /^self\b(?=.*(\.(as_(mut_)?ptr|get|raw|as_raw|cast|to_raw)\(\)|\bcast::<[^>]*>\(\))$)/;
const ADDRESS_OF = /^(?:(?:\w+::)*addr_of(?:_mut)?!\(|&raw (?:const|mut) )\(?\*(\w+)/;

function identifiers(node: Node): readonly string[] {
  if (node.childCount === 0) return IDENTIFIER.test(node.type) ? [node.text] : [];
  return node.children.flatMap(identifiers);
}
