import type { NamedFact } from './facts.ts';

/** The name of a register fact at an offset, or of all registers from one offset to another (bytes, both included). */
export function registerName(from: number, to = from): string {
  const hex = (offset: number): string => `0x${offset.toString(16)}`;
  return from === to ? hex(from) : `${hex(from)}-${hex(to)}`;
}

/** Whether the offset of a register fact could be computed. */
export function isKnownRegister({ name }: NamedFact): boolean {
  return name.startsWith('0x');
}
