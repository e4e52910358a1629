import type { Node } from '../../syntax/engine.ts';

const TEST = /^#!?\[\s*(cfg\s*\(.*\btest\b.*\)|test|tokio::test|kunit_tests.*)\s*\]$/s;

/** True for an item that only tests see: it, or the module itself, carries such an attribute. */
export function isTestItem(item: Node): boolean {
  for (let before = item.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (before.type === 'attribute_item' && TEST.test(before.text)) return true;
    if (before.type !== 'attribute_item' && !before.type.endsWith('comment')) return false;
  }
  return false;
}
