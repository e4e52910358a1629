import type { Node } from '../../syntax/engine.ts';
import { ancestors } from '../facets/ancestors.ts';
import { isInPrivateModule } from '../facets/visibility.ts';
import { isTestItem } from '../facets/testItem.ts';
import type { DetectorContext, DetectorSide } from './detector.ts';
import type { Fragment } from '../../syntax/fragment.ts';

/** A `pub` item or field and its head: everything before its body. */
export interface PublicItem {
  readonly item: Node;
  readonly name: Node;
  readonly fragment: Fragment;
  /** Text from `pub` to the body, without attributes and comments. */
  readonly head: string;
  /** 1-based image lines of the head. */
  readonly lines: { readonly first: number; readonly last: number };
}

const ITEMS = `[
  (function_item (visibility_modifier) @pub name: (_) @name)
  (function_signature_item (visibility_modifier) @pub name: (_) @name)
  (struct_item (visibility_modifier) @pub name: (_) @name)
  (enum_item (visibility_modifier) @pub name: (_) @name)
  (union_item (visibility_modifier) @pub name: (_) @name)
  (trait_item (visibility_modifier) @pub name: (_) @name)
  (type_item (visibility_modifier) @pub name: (_) @name)
  (const_item (visibility_modifier) @pub name: (_) @name)
  (static_item (visibility_modifier) @pub name: (_) @name)
  (field_declaration (visibility_modifier) @pub name: (_) @name)
] @item`;

/** The `pub` items that the hunks show; without those inside functions, tests and extern blocks, and without exports to C. */
export function publicItems(side: DetectorSide): readonly PublicItem[] {
  return side.find(ITEMS).flatMap((found) => {
    const item = found.get('item');
    if (found.get('pub').text !== 'pub') return [];
    const [, ...around] = ancestors(item);
    if (around.some((node) => HIDDEN.test(node.type) || isTestItem(node)) || isTestItem(item)) return [];
    if (isInPrivateModule(item)) return [];
    const { row } = found.get('pub').startPosition;
    const whole = headOf(item, found.get('name'), found.fragment, row);
    return /\bextern\b/.test(whole.head) ? [] : [whole];
  });
}

/** True for the head of a type that has a shape of its own, and of a trait. */
export function isType({ item }: PublicItem): boolean {
  return /^(struct|enum|union|trait)_item$/.test(item.type);
}

const HIDDEN = /^(block|foreign_mod_item)$/;

const MEMBERS = `(trait_item (visibility_modifier) @pub name: (_) @trait body: (declaration_list [
  (function_signature_item name: (_) @name)
  (function_item name: (_) @name)
  (const_item name: (_) @name)
  (associated_type name: (_) @name)
] @item))`;

/** Members of public traits that are there already; a new trait is one item. */
export function traitMembers({ find, lines: { changed } }: DetectorSide): readonly PublicItem[] {
  return find(MEMBERS).flatMap((found) => {
    const { fragment } = found;
    const item = found.get('item');
    const line = found.get('trait').startPosition.row + fragment.lineOffset;
    if (found.get('pub').text !== 'pub' || changed.has(line)) return [];
    return [headOf(item, found.get('name'), fragment, item.startPosition.row)];
  });
}

function headOf(item: Node, name: Node, fragment: Fragment, row: number): PublicItem {
  const body = item.childForFieldName('body');
  const head = item.text.slice(0, body ? body.startIndex - item.startIndex : undefined).trimEnd();
  const first = row + fragment.lineOffset;
  return { item, name, fragment, head, lines: { first, last: first + head.split('\n').length - 1 } };
}

/**
 * Code that others build on. In a project that is not known, and in one whose interface is the C one, `pub` says little:
 * there only heads that speak of C count.
 */
export function isApi({ layer, generated, profile }: DetectorContext): 'api' | 'unknown' | 'no' {
  if (layer !== 'api' || generated) return 'no';
  return profile.id === 'qemu' || profile.id === 'linux' ? 'api' : 'unknown';
}

/** The head speaks of C: raw pointers, its types, or the modules that declare them. */
export const SPEAKS_OF_C =
  /\*\s*(const|mut)\b|\bNonNull\b|\b(bindings|ffi|sys|libc|\w+_sys|capi)::|\bc_(char|int|uint|long|ulong|void)\b|\bOpaque\b/;
