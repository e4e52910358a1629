import type { Language } from '../../patch/language.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { ancestors } from './ancestors.ts';
import { isTestItem } from './testItem.ts';
import { functionNameOf } from './functionName.ts';

/** The items around a place, as far as the fragment and the hunk header show them. */
export interface Enclosing {
  /** Name of the innermost function; null outside functions. */
  readonly functionName: string | null;
  /** Function, else impl, trait, type or C declaration around the place: for showing and for identity. */
  readonly item: string | null;
  /** Trait being implemented around the place, without path and generics; null if none. */
  readonly trait: string | null;
  /** The item that says how visible the place is; null when only the header could tell. */
  readonly owner: Node | null;
  /** Inside `#[cfg(test)]`, `#[test]` or the like. */
  readonly inTest: boolean;
  /** Inside tokens of a macro that the grammar does not read as code. */
  readonly inMacro: boolean;
  /** Line of the macro or extern block that lists the place's item, or the place outside of items; else null. */
  readonly listLine: number | null;
}

/** Looks outwards from `node`; what the tree does not show is taken from the hunk header `section`. */
export function enclosing(language: Language, node: Node, fragment: Fragment, section: string): Enclosing {
  let function_: Node | null = null;
  let outer: Node | null = null;
  let implementation: Node | null = null;
  let inTest = false;
  let inMacro = false;
  let listLine: number | null = null;
  for (const at of ancestors(node)) {
    const { type } = at;
    if (/^token_tree|^macro_definition$/.test(type)) inMacro = true;
    const isList = /^(macro_(invocation|definition)|foreign_mod_item)$/.test(type);
    const isFunction = FUNCTION.test(type);
    const isImplementation = type === 'impl_item' || type === 'trait_item';
    const isItem = isFunction || isImplementation || ITEM.test(type);
    if (!isList && !isItem && type !== 'mod_item') continue;
    const line = at.startPosition.row + fragment.lineOffset;
    if (isList) listLine = line;
    else if (isItem) listLine = null;
    if (line < fragment.firstLine || line > fragment.lastLine) continue;
    if (isFunction) function_ ??= at;
    else if (isImplementation) implementation ??= at;
    else if (isItem) outer ??= at;
    if (language === 'rust' && TESTABLE.test(type) && isTestItem(at)) inTest = true;
  }
  const shown = function_ ?? implementation ?? outer;
  const named = function_ ? functionNameOf(function_) : null;
  const functionName =
    named ?? (shown || isBesideItems(node, fragment) ? null : sectionFunction(language, section));
  const trait = implementation ? implementation.childForFieldName('trait')?.text : sectionTrait(section);
  const item = [implementation && typeNameOf(implementation), functionName ?? (outer && nameOf(outer))];
  return {
    functionName,
    item: item.filter(Boolean).join('::') || null,
    trait: trait === undefined ? null : trait.replace(/<.*$/s, '').replace(/^.*::/, ''),
    owner: function_ ?? outer ?? implementation,
    inTest: inTest || /^\s*mod tests?\b/.test(section),
    inMacro: inMacro || (!shown && /\bmacro_rules!/.test(section)),
    listLine,
  };
}

/** What stands beside items, as the hunk shows it, is in no function that began further up. */
function isBesideItems(node: Node, { lineOffset, firstLine }: Fragment): boolean {
  const top = ancestors(node)
    .filter(({ parent, startPosition }) => parent && startPosition.row + lineOffset >= firstLine)
    .at(-1);
  return top?.parent?.namedChildren.some((child) => child !== top && BESIDE.test(child.type)) ?? false;
}

const BESIDE = /^(function|struct|enum|union|impl|trait|mod)_item$|^function_definition$/;

const FUNCTION = /^(function_item|function_signature_item|function_definition)$/;
const ITEM =
  /^((struct|enum|union|const|static|type|foreign_mod|associated_type|macro)_(item|definition)|declaration|type_definition|struct_specifier|enum_specifier|preproc_function_def)$/;

function nameOf(node: Node): string | null {
  return node.type === 'declaration' ? functionNameOf(node) : (node.childForFieldName('name')?.text ?? null);
}

function typeNameOf(node: Node): string | null {
  const type = node.childForFieldName('type') ?? node.childForFieldName('name');
  return type?.text.replace(/<.*$/s, '') ?? null;
}

function sectionFunction(language: Language, section: string): string | null {
  const match =
    language === 'rust'
      ? /\bfn\s+([A-Za-z_]\w*)/.exec(section)
      : /^(?!struct\b|typedef\b|enum\b|union\b)[A-Za-z_][\w\s*]*?\b([A-Za-z_]\w*)\s*\(/.exec(section);
  return match?.[1] ?? null;
}

function sectionTrait(section: string): string | undefined {
  return /\bimpl\b.*?([A-Za-z_][\w:]*)(?:<[^>]*>)?\s+for\b/.exec(section)?.[1];
}

const TESTABLE = /^(mod|function|impl)_item$/;
