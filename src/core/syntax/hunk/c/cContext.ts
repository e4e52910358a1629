import { startsAtItem, type HunkCode } from '../hunkCode.ts';
import type { SectionKind } from '../section.ts';
import type { CShape } from './cShape.ts';

/** Where a piece of C stands. */
export type CContext =
  'items' | 'statements' | 'fields' | 'enumerators' | 'initializer' | 'arguments' | 'parameters';

/** What makes a piece a whole file. */
export const C_WRAPPERS: Readonly<Record<CContext, readonly [before: string, after: string]>> = {
  items: ['', ''],
  statements: ['void __h(void) {', '}'],
  fields: ['struct __S {', '};'],
  enumerators: ['enum __E {', '};'],
  initializer: ['T __x = {', '};'],
  arguments: ['void __h(void) { __f(', ');}'],
  parameters: ['void __p(', ');'],
};

/** Elements have commas between them, and no semicolon ends one. */
export function isList(context: CContext): boolean {
  return context !== 'items' && context !== 'statements' && context !== 'fields';
}

/** What a hunk as a whole may stand in, the likeliest first: as its outermost code looks, then as its header says. */
export function outerCContexts(hunk: HunkCode, outermost: CShape): readonly CContext[] {
  const [first, second] = hunk.code;
  const isLabel = first?.kind === 'word' && second?.text === ':' && hunk.cut.levels.length === 1;
  if (startsAtItem(hunk) && !isLabel) return ['items', 'statements'];
  return [...new Set([...likely(hunk.section.kind, outermost), 'statements', 'items', 'fields'] as const)];
}

function likely(section: SectionKind, shape: CShape): readonly CContext[] {
  switch (shape.kind) {
    case 'statements':
      return ['statements'];
    case 'declarations':
      return section === 'struct' ? ['fields'] : ['statements', 'fields'];
    case 'initializers':
      return section === 'enum' ? ['enumerators', 'initializer'] : ['initializer'];
    case 'list':
      if (section === 'enum') return ['enumerators', 'initializer'];
      if (section === 'value') return ['initializer', 'enumerators'];
      if (shape.hasTypes) return ['parameters'];
      return section === 'struct' ? ['fields', 'initializer'] : ['arguments', 'initializer'];
    case 'expression':
    case 'none':
      if (section === 'value') return ['initializer'];
      if (section === 'struct') return ['fields', 'initializer'];
      return section === 'enum' ? ['enumerators'] : ['statements', 'arguments'];
  }
}
