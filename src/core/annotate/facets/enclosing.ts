import type { Language } from '../../patch/language.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Visibility } from '../annotation.ts';

/** The items around a place, as far as the fragment shows them. */
export interface Enclosing {
  /** Name of the innermost function, from the tree or else from the hunk header; null outside functions. */
  readonly functionName: string | null;
  /** First image line of that function, or null when only the header tells it. */
  readonly functionLine: number | null;
  /** Function, else impl, trait, type or C declaration around the place: for showing and for identity. */
  readonly item: string | null;
  /** Trait being implemented around the place, without path and generics; null if none. */
  readonly trait: string | null;
  readonly visibility: Visibility;
  /** Inside `#[cfg(test)]`, `#[test]` or the like. */
  readonly inTest: boolean;
}

/** Looks outwards from `node`; what the tree does not show is taken from the hunk header `section`. */
export function enclosing(
  language: Language,
  node: Node,
  fragment: Fragment,
  section: string,
  path: string,
): Enclosing {
  const shown = (candidate: Node): boolean => {
    const line = candidate.startPosition.row + fragment.lineOffset;
    return line >= fragment.firstLine && line <= fragment.lastLine;
  };
  let function_: Node | null = null;
  let outer: Node | null = null;
  let implementation: Node | null = null;
  let inTest = false;
  for (let at: Node | null = node; at; at = at.parent) {
    if (!shown(at)) continue;
    if (isFunction(at)) function_ ??= at;
    else if (at.type === 'impl_item' || at.type === 'trait_item') implementation ??= at;
    else if (at !== node && isItem(at)) outer ??= at;
    if (language === 'rust' && hasTestAttribute(at)) inTest = true;
  }
  const functionName =
    (function_ && functionNameOf(function_)) ?? sectionFunction(language, section, function_, outer);
  const trait = implementation?.childForFieldName('trait')?.text ?? sectionTrait(section, implementation);
  const item = [implName(implementation), functionName ?? (outer && nameOf(outer))]
    .filter(Boolean)
    .join('::');
  return {
    functionName,
    functionLine: function_ ? function_.startPosition.row + fragment.lineOffset : null,
    item: item === '' ? null : item,
    trait: trait === null ? null : trait.replace(/<.*$/s, '').replace(/^.*::/, ''),
    visibility:
      language === 'rust'
        ? rustVisibility(isItem(node) ? node : (function_ ?? outer ?? node), section)
        : cVisibility(function_ ?? outer ?? node, path),
    inTest,
  };
}

function isFunction(node: Node): boolean {
  return (
    node.type === 'function_item' ||
    node.type === 'function_signature_item' ||
    node.type === 'function_definition'
  );
}

function isItem(node: Node): boolean {
  return /_item$|^(declaration|type_definition|struct_specifier|preproc_function_def)$/.test(node.type);
}

/** Name of a Rust function item or of a C function definition. */
export function functionNameOf(node: Node): string | null {
  const name = node.childForFieldName('name');
  if (name) return name.text;
  let declarator = node.childForFieldName('declarator');
  while (declarator && declarator.type !== 'identifier')
    declarator = declarator.childForFieldName('declarator') ?? declarator.namedChild(0);
  return declarator?.text ?? null;
}

function nameOf(node: Node): string | null {
  return node.type === 'declaration' ? functionNameOf(node) : (node.childForFieldName('name')?.text ?? null);
}

function implName(node: Node | null): string | null {
  if (!node) return null;
  const type = (node.childForFieldName('type') ?? node.childForFieldName('name'))?.text ?? null;
  return type === null ? null : type.replace(/<.*$/s, '');
}

/** The header names the function only if nothing shown lies between it and the place. */
function sectionFunction(
  language: Language,
  section: string,
  function_: Node | null,
  outer: Node | null,
): string | null {
  if (function_ ?? outer) return null;
  const match =
    language === 'rust'
      ? /\bfn\s+([A-Za-z_]\w*)/.exec(section)
      : /^(?!struct\b|typedef\b|enum\b|union\b)[A-Za-z_][\w\s*]*?\b([A-Za-z_]\w*)\s*\(/.exec(section);
  return match?.[1] ?? null;
}

function sectionTrait(section: string, implementation: Node | null): string | null {
  return implementation
    ? null
    : (/\bimpl\b.*?([A-Za-z_][\w:]*)(?:<[^>]*>)?\s+for\b/.exec(section)?.[1] ?? null);
}

function rustVisibility(node: Node, section: string): Visibility {
  const modifier = node.namedChildren.find((child) => child?.type === 'visibility_modifier')?.text;
  if (modifier === undefined && !isItem(node))
    return visibilityOf(/^\s*(pub(?:\([^)]*\))?)\s/.exec(section)?.[1]);
  return visibilityOf(modifier);
}

function visibilityOf(modifier: string | undefined): Visibility {
  if (modifier === undefined || modifier === 'pub(self)') return 'private';
  return modifier === 'pub' ? 'public' : 'crate';
}

/** `static` is private to its file, a header's declarations are public, the rest can be linked within the program. */
function cVisibility(node: Node, path: string): Visibility {
  const isStatic = node.namedChildren.some(
    (child) => child?.type === 'storage_class_specifier' && child.text === 'static',
  );
  if (isStatic) return 'private';
  return /\.h(\.inc)?$/.test(path) ? 'public' : 'crate';
}

const TEST_ATTRIBUTE = /^#!?\[\s*(cfg\s*\(.*\btest\b.*\)|test|tokio::test|kunit_tests.*)\s*\]$/s;

function hasTestAttribute(node: Node): boolean {
  if (node.type !== 'mod_item' && node.type !== 'function_item' && node.type !== 'impl_item') return false;
  for (let before = node.previousNamedSibling; before; before = before.previousNamedSibling) {
    if (before.type === 'attribute_item') {
      if (TEST_ATTRIBUTE.test(before.text)) return true;
    } else if (!before.type.endsWith('comment')) return false;
  }
  return false;
}
