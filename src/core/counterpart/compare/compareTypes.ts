import {
  POINTER_BITS,
  TARGETS,
  type AbiFunction,
  type AbiPointer,
  type AbiType,
  type Bits,
  type Target,
} from '../abi/abiType.ts';
import type { DisagreementKind } from '../disagreement.ts';
import { bitsOfEnum } from './enumBits.ts';

/** Which way a value goes: only a value that reaches Rust can break what Rust promises about it. */
export type Flow = 'to-rust' | 'to-c' | 'both';

/** The first point in which two types differ. */
export interface TypeDifference {
  readonly kind: DisagreementKind;
  readonly targets: readonly Target[];
  /** What C has and what Rust has, in a few words (`32 bits`). */
  readonly c: string;
  readonly rust: string;
}

/** Compares a C type with the Rust type in its place; null when they agree or one of them is not known. */
export function compareTypes(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  if (c.kind === 'unknown' || rust.kind === 'unknown') return null;
  if (c.kind === 'pointer' || rust.kind === 'pointer') return comparePointers(c, rust, flow);
  if (c.kind === 'array' || rust.kind === 'array') return compareArrays(c, rust, flow);
  if (c.kind === 'float' || rust.kind === 'float') return compareFloats(c, rust);
  if (c.kind === 'bool' || rust.kind === 'bool') return compareBools(c, rust, flow);
  if (c.kind === 'enum' || rust.kind === 'enum') return compareEnumTypes(c, rust);
  if (c.kind === 'integer' && rust.kind === 'integer') return compareIntegers(c, rust);
  return null;
}

function compareIntegers(
  c: Extract<AbiType, { kind: 'integer' }>,
  rust: Extract<AbiType, { kind: 'integer' }>,
): TypeDifference | null {
  const widths = compareBits(c.bits, rust.bits);
  if (widths) return widths;
  if (c.signed === rust.signed) return null;
  return { kind: 'sign', targets: [], c: signWords(c.signed), rust: signWords(rust.signed) };
}

function signWords(signed: boolean | null): string {
  return signed === null ? 'signed or not as the target has it' : signed ? 'signed' : 'unsigned';
}

function compareBits(c: Bits, rust: Bits): TypeDifference | null {
  const targets = TARGETS.filter((_, index) => c[index] !== rust[index]);
  const [target] = targets;
  if (target === undefined) return null;
  const at = TARGETS.indexOf(target);
  const all = targets.length === TARGETS.length;
  return {
    kind: 'width',
    targets: all ? [] : targets,
    c: `${c[at] ?? 0} bits`,
    rust: `${rust[at] ?? 0} bits`,
  };
}

function compareFloats(c: AbiType, rust: AbiType): TypeDifference | null {
  const cBits = c.kind === 'float' ? c.bits : undefined;
  const rustBits = rust.kind === 'float' ? rust.bits : undefined;
  if (cBits === rustBits) return null;
  if ((cBits === undefined && !isScalar(c)) || (rustBits === undefined && !isScalar(rust))) return null;
  const words = (bits: number | undefined): string =>
    bits === undefined ? 'no floating-point number' : `a floating-point number of ${bits} bits`;
  return { kind: 'float', targets: [], c: words(cBits), rust: words(rustBits) };
}

function isScalar(type: AbiType): boolean {
  return type.kind === 'integer' || type.kind === 'bool' || type.kind === 'enum' || type.kind === 'float';
}

/** `bool` is one byte that is 0 or 1: another width is another layout, another value is undefined in Rust. */
function compareBools(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  if (c.kind === rust.kind || !isScalar(c) || !isScalar(rust)) return null;
  const [other, inC] = c.kind === 'bool' ? [rust, true] : [c, false];
  const oneByte = other.kind === 'integer' && other.bits[0] === 8;
  if (oneByte && (inC || flow === 'to-c')) return null;
  const words = other.kind === 'integer' ? `an integer of ${other.bits[0]} bits` : `an ${other.kind}`;
  return { kind: 'bool', targets: [], c: inC ? 'bool' : words, rust: inC ? words : 'bool' };
}

function compareEnumTypes(c: AbiType, rust: AbiType): TypeDifference | null {
  if (rust.kind === 'enum' && rust.declaration?.language === 'rust' && rust.declaration.repr.length === 0)
    return {
      kind: 'enum-representation',
      targets: [],
      c: c.kind === 'enum' ? `enum ${c.name}` : 'an integer',
      rust: `${rust.name} without repr, so of no fixed size`,
    };
  const cBits = bitsOfEnum(c);
  const rustBits = bitsOfEnum(rust);
  if (!cBits || !rustBits) return null;
  const widths = compareBits(cBits, rustBits);
  return widths && { ...widths, kind: 'enum-representation' };
}

function compareArrays(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  if (c.kind !== 'array' || rust.kind !== 'array') return null;
  const inner = compareTypes(c.of, rust.of, flow);
  if (inner) return inner;
  // A trailing `[]` may be of any length in Rust.
  if (c.length === null || rust.length === null || c.length <= 0 || c.length === rust.length) return null;
  return { kind: 'array-length', targets: [], c: `${c.length} elements`, rust: `${rust.length} elements` };
}

function comparePointers(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  if (c.kind !== 'pointer' || rust.kind !== 'pointer') return pointerAndOther(c, rust);
  if (c.to.kind === 'function' || rust.to.kind === 'function') {
    if (c.to.kind !== 'function' || rust.to.kind !== 'function') return functionAndData(c.to, rust.to);
    const signature = compareSignatures(c.to, rust.to, opposite(flow));
    if (signature) return { ...signature, kind: 'signature' };
    return nullability(c, rust, flow);
  }
  const writableBoth = !c.readOnly && !rust.readOnly;
  const inner = comparePointees(c.to, rust.to, writableBoth ? 'both' : flow);
  if (inner?.kind === 'pointer-depth') return inner;
  const written = constness(c, rust, flow);
  if (written && c.readOnly) return written;
  return nullability(c, rust, flow) ?? written ?? inner;
}

/** Whoever receives a pointer must not write where the giver does not let anyone; promising less is no harm. */
function constness(c: AbiPointer, rust: AbiPointer, flow: Flow): TypeDifference | null {
  const rustWrites = c.readOnly && !rust.readOnly && flow !== 'to-c';
  const cWrites = rust.readOnly && !c.readOnly && flow !== 'to-rust';
  if (!rustWrites && !cWrites) return null;
  const words = (pointer: AbiPointer): string =>
    pointer.readOnly ? 'a pointer to const' : 'a pointer to write through';
  return { kind: 'const', targets: [], c: words(c), rust: words(rust) };
}

function opposite(flow: Flow): Flow {
  return flow === 'both' ? 'both' : flow === 'to-c' ? 'to-rust' : 'to-c';
}

/** Whatever goes from C to Rust as a reference must not be NULL; C's types cannot say so. */
function nullability(c: AbiPointer, rust: AbiPointer, flow: Flow): TypeDifference | null {
  if (flow === 'to-c' || rust.nullable || !c.nullable) return null;
  return {
    kind: 'nullability',
    targets: [],
    c: 'a pointer that may be NULL',
    rust: 'one that is never null',
  };
}

function functionAndData(c: AbiType, rust: AbiType): TypeDifference | null {
  if ([c, rust].some(({ kind }) => kind === 'unknown' || kind === 'void')) return null;
  const words = (type: AbiType): string =>
    type.kind === 'function' ? 'a function pointer' : 'a data pointer';
  return { kind: 'pointer-depth', targets: [], c: words(c), rust: words(rust) };
}

function pointerAndOther(c: AbiType, rust: AbiType): TypeDifference | null {
  const [pointer, other] = c.kind === 'pointer' ? [c, rust] : [rust, c];
  // An address carried as an integer of its size is a style, a shorter one a loss.
  if (other.kind === 'integer' && compareBits(POINTER_BITS, other.bits) === null) return null;
  if (!isScalar(other) && other.kind !== 'array') return null;
  // A function that C names by its type is a pointer in Rust.
  if (pointer.kind === 'pointer' && pointer.to.kind === 'function' && other.kind === 'array') return null;
  const words = (type: AbiType): string =>
    type.kind === 'pointer' ? 'a pointer' : `no pointer but ${kindWords(type)}`;
  return { kind: 'pointer-depth', targets: [], c: words(c), rust: words(rust) };
}

function kindWords(type: AbiType): string {
  return type.kind === 'integer' ? 'an integer' : type.kind === 'array' ? 'an array' : `a ${type.kind}`;
}

function comparePointees(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  // `void *` and bytes stand for anything.
  if (c.kind === 'void' || rust.kind === 'void' || c.kind === 'nothing' || rust.kind === 'nothing')
    return null;
  if (c.kind === 'pointer' || rust.kind === 'pointer') {
    if (c.kind === 'pointer' && rust.kind === 'pointer') {
      const inner = comparePointers({ ...c, nullable: false }, rust, flow);
      return inner;
    }
    const flat = c.kind === 'pointer' ? rust : c;
    if (flat.kind === 'unknown') return null;
    const [deep, shallow] = ['a pointer to a pointer', 'a pointer to a value'];
    return {
      kind: 'pointer-depth',
      targets: [],
      c: c.kind === 'pointer' ? deep : shallow,
      rust: rust.kind === 'pointer' ? deep : shallow,
    };
  }
  if (isByte(c) && isByte(rust)) return null;
  const element = rust.kind === 'array' && c.kind !== 'array' ? rust.of : rust;
  return isScalar(c) && isScalar(element) ? compareTypes(c, element, flow) : null;
}

/** Bytes behind a pointer are text or raw memory: their sign says nothing. */
function isByte(type: AbiType): boolean {
  return (type.kind === 'integer' && type.bits[0] === 8) || type.kind === 'bool';
}

/** Compares the signatures of function pointers; `flow` is that of the parameters. */
function compareSignatures(c: AbiFunction, rust: AbiFunction, flow: Flow): TypeDifference | null {
  if (isUnspecified(c) || isUnspecified(rust)) return null;
  if (c.variadic !== rust.variadic)
    return {
      kind: 'variadic',
      targets: [],
      c: c.variadic ? 'variadic' : 'not variadic',
      rust: rust.variadic ? 'variadic' : 'not variadic',
    };
  if (c.params.length !== rust.params.length)
    return {
      kind: 'parameter-count',
      targets: [],
      c: countWords(c.params.length),
      rust: countWords(rust.params.length),
    };
  for (const [index, param] of c.params.entries()) {
    const difference = compareTypes(param, rust.params[index] ?? param, flow);
    if (difference) return difference;
  }
  return compareReturns(c.returns, rust.returns, opposite(flow));
}

/** C's `()` says nothing about parameters. */
export function isUnspecified(signature: AbiFunction): boolean {
  return signature.variadic && signature.params.length === 0;
}

export function countWords(count: number): string {
  return count === 1 ? '1 parameter' : `${count} parameters`;
}

export function compareReturns(c: AbiType, rust: AbiType, flow: Flow): TypeDifference | null {
  if (c.kind === 'unknown' || rust.kind === 'unknown') return null;
  const nothing = (type: AbiType): boolean => type.kind === 'void' || type.kind === 'nothing';
  if (nothing(c) !== nothing(rust))
    return {
      kind: 'return',
      targets: [],
      c: nothing(c) ? 'nothing' : 'a value',
      rust: nothing(rust) ? 'nothing' : 'a value',
    };
  return compareTypes(c, rust, flow);
}
