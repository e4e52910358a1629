import type { Node } from '../../syntax/engine.ts';
import type { Surroundings } from './readItem.ts';
import { abiOf } from './readType.ts';

/** A type's or trait's name without path and generics. */
export function bareName(text: string): string {
  return text
    .replace(/<[\s\S]*$/, '')
    .replace(/^.*::/, '')
    .trim();
}

const NOWHERE: Surroundings = { selfType: null, trait: null, foreign: false, abi: 'C', inTrait: false };

/** The nearest `impl`, `trait` or `extern` block around a node. */
export function surroundingsOf(node: Node): Surroundings {
  for (let at = node.parent; at; at = at.parent)
    switch (at.type) {
      case 'foreign_mod_item':
        return { ...NOWHERE, foreign: true, abi: abiOf(at) ?? 'C' };
      case 'impl_item': {
        const trait = at.childForFieldName('trait');
        return {
          ...NOWHERE,
          selfType: bareName(at.childForFieldName('type')?.text ?? ''),
          trait: trait && bareName(trait.text),
        };
      }
      case 'trait_item':
        return { ...NOWHERE, trait: at.childForFieldName('name')?.text ?? null, inTrait: true };
    }
  return NOWHERE;
}

/** Name of the function around a node, null outside. */
export function functionAround(node: Node): string | null {
  for (let at = node.parent; at; at = at.parent)
    if (at.type === 'function_item') return at.childForFieldName('name')?.text ?? null;
  return null;
}
