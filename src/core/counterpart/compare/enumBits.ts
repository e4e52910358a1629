import type { AbiType, Bits } from '../abi/abiType.ts';
import { RUST_STANDARD } from '../abi/standardTypes.ts';

const INT: Bits = [32, 32, 32];

/** Width of an enum or of the integer in its place; null when it cannot be told. */
export function bitsOfEnum(type: AbiType): Bits | null {
  if (type.kind === 'integer') return type.bits;
  if (type.kind !== 'enum') return null;
  const { declaration } = type;
  // C gives every enum that is not packed the size of an int, unless a value needs more.
  if (!declaration) return INT;
  if (declaration.language === 'c') {
    if (declaration.packed || declaration.variants.some(({ value }) => value !== null && isWide(value)))
      return null;
    return INT;
  }
  for (const word of declaration.repr) {
    if (word === 'C') return INT;
    const repr = RUST_STANDARD.get(word);
    if (repr?.kind === 'integer') return repr.bits;
  }
  return null;
}

/** A value expression that may not fit into 32 bits. */
function isWide(value: string): boolean {
  return /<<\s*\(?\s*(3[2-9]|[4-9]\d)|0x[\da-f]{9,}|[lL][lL]|\b(?:UINT64|INT64)_/i.test(value);
}
