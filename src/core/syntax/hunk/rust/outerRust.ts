import { startsAtItem, type HunkCode } from '../hunkCode.ts';
import type { RustContext } from './rustContext.ts';
import type { RustShape } from './rustShape.ts';

/** What a hunk as a whole may stand in, the likeliest first: as its outermost code looks, then as its header says. */
export function outerRustContexts(hunk: HunkCode, outermost: RustShape): readonly RustContext[] {
  if (startsAtItem(hunk)) return ['items', 'statements'];
  const contexts: RustContext[] = hunk.hasMetavariables ? ['tokens'] : [];
  contexts.push(...likely(hunk, outermost), 'statements', 'members', 'items');
  return [...new Set(contexts)];
}

/** Functions without bodies here are declared in an `extern` block. */
export function isForeign({ signatures }: RustShape, { section, hasRawSignatures }: HunkCode): boolean {
  if (section.kind === 'foreign' || signatures === 'visible') return true;
  return signatures === 'private' && hasRawSignatures && section.kind !== 'trait';
}

function likely(hunk: HunkCode, shape: RustShape): readonly RustContext[] {
  if (hunk.section.kind === 'macro') return ['tokens'];
  switch (shape.kind) {
    case 'items':
      return [isForeign(shape, hunk) ? 'foreign' : 'members'];
    case 'statements':
      return ['statements'];
    case 'arms':
      return ['arms'];
    case 'pairs':
      return ofPairs(hunk, shape);
    case 'list':
      return ofList(hunk);
    case 'expression':
    case 'none':
      return byHeader(hunk);
  }
}

function ofPairs({ section }: HunkCode, shape: RustShape): readonly RustContext[] {
  if (shape.hasVisibility || section.kind === 'struct') return ['fields', 'literal', 'variants'];
  if (section.kind === 'enum') return ['fields', 'variants', 'literal'];
  if (!shape.hasValues && (shape.hasSelf || section.opensParameters)) return ['parameters', 'literal'];
  const isLiteral = shape.hasValues || section.kind === 'function';
  return isLiteral ? ['literal', 'parameters', 'fields'] : ['fields', 'literal', 'parameters'];
}

function ofList({ section }: HunkCode): readonly RustContext[] {
  switch (section.kind) {
    case 'struct':
      return ['fields', 'arguments'];
    case 'enum':
      return ['variants', 'arguments'];
    case 'use':
      return ['uses', 'arguments'];
    case 'value':
      return ['array', 'literal'];
    case 'foreign':
      return ['parameters', 'foreign'];
    case 'unknown':
      return ['arguments', 'uses', 'variants'];
    default:
      return ['arguments', 'literal', 'variants'];
  }
}

/** How deep the items of an impl are indented at most. */
const MEMBER_COLUMN = 4;

function byHeader({ section, column, closerColumn }: HunkCode): readonly RustContext[] {
  switch (section.kind) {
    case 'impl':
    case 'trait':
    case 'module':
      return Math.max(column, closerColumn) <= MEMBER_COLUMN ? ['members'] : ['statements', 'arguments'];
    case 'foreign':
      return ['foreign', 'parameters'];
    case 'struct':
      return ['fields'];
    case 'enum':
      return ['variants'];
    case 'use':
      return ['uses'];
    case 'value':
      return ['array', 'literal'];
    default:
      return ['statements', 'arguments', 'arms'];
  }
}
