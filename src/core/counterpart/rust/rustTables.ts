import type { Slot } from '../declaration.ts';
import type { RustFile } from './rustFile.ts';

/** What fills the slots of a C struct: a literal of its type, or a static that a builder makes. */
export interface RustTable {
  /** Name of the C struct, or of what stands for it in Rust. */
  readonly type: string;
  readonly slots: readonly Slot[];
  /** Every member named is one of the struct; a builder has methods of its own, too. */
  readonly isLiteral: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** `.read(&Fan::read)` in the chain of a builder. */
const STEP = /\.\s*(\w+)\s*\(\s*&?\s*((?:<[^<>]*>::)?\w+(?:::\w+)*(?:::<[\w\s,:]*>)?)\s*,?\s*\)/g;

/** The tables of a file, the literals first. */
export function rustTables(file: RustFile): readonly RustTable[] {
  const literals = file.literals.map((literal) => ({ ...literal, isLiteral: true }));
  const built = file.declarations.flatMap((each): readonly RustTable[] => {
    if (each.kind !== 'variable' && each.kind !== 'constant') return [];
    const type = each.type?.kind === 'name' ? each.type.name : '';
    const { value, line, endLine } = each;
    if (value === null || !/^\s*\w*Builder\b/.test(value)) return [];
    const slots = [...value.matchAll(STEP)].map((step) => ({
      name: step[1] ?? '',
      value: step[2] ?? '',
      line,
    }));
    return slots.length === 0
      ? []
      : [{ type: type.replace(/Builder$/, ''), slots, isLiteral: false, line, endLine }];
  });
  return [...literals, ...built];
}
