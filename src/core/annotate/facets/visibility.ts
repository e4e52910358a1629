import type { Language } from '../../patch/language.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Visibility } from '../annotation.ts';
import { ancestors } from './ancestors.ts';

/**
 * Who can name the item around a place. `owner` is that item, or null when only the hunk header `section` could tell. An
 * item without a modifier is private, in a trait as visible as the trait.
 */
export function visibilityOf(
  language: Language,
  owner: Node | null,
  section: string,
  path: string,
): Visibility {
  return language === 'rust' ? rustVisibility(owner, section) : cVisibility(owner, section, path);
}

function rustVisibility(owner: Node | null, section: string): Visibility {
  const around = owner?.parent?.parent;
  const carrier = around?.type === 'trait_item' ? around : owner;
  const modifier = carrier
    ? carrier.namedChildren.find((child) => child.type === 'visibility_modifier')?.text
    : /^\s*(pub(?:\([^)]*\))?)\s/.exec(section)?.[1];
  if (modifier === undefined || modifier === 'pub(self)') return 'private';
  return modifier === 'pub' && !(carrier && isInPrivateModule(carrier)) ? 'public' : 'crate';
}

/** True in a module that others cannot name, and of which the file gives nothing out. */
export function isInPrivateModule(item: Node): boolean {
  const around = ancestors(item);
  const file = around.at(-1)?.text ?? '';
  return around.some((module) => {
    if (module.type !== 'mod_item' || /^pub\b/.test(module.text)) return false;
    const name = module.childForFieldName('name')?.text ?? '';
    return !new RegExp(`\\bpub(\\([^)]*\\))?\\s+use\\b[^;]*\\b${name}\\b`).test(file);
  });
}

/** `static` is private to its file, a header's declarations are public, the rest can be linked within the program. */
function cVisibility(owner: Node | null, section: string, path: string): Visibility {
  const isStatic = owner
    ? owner.namedChildren.some((child) => child.type === 'storage_class_specifier' && child.text === 'static')
    : /^static\b/.test(section);
  if (isStatic) return 'private';
  return /\.h(\.inc)?$/.test(path) ? 'public' : 'crate';
}
