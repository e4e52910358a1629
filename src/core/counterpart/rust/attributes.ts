import type { Node } from '../../syntax/engine.ts';

/** What the attributes above a Rust item say about the boundary. */
export interface RustAttributes {
  readonly repr: readonly string[];
  /** Symbol name of `export_name`, `''` for `no_mangle` and the kernel's `#[export]`, null when not exported. */
  readonly exported: string | null;
  readonly linkName: string | null;
  /** `#[doc(alias = "…")]`. */
  readonly alias: string | null;
  readonly conditional: boolean;
  /** Texts of all attributes. */
  readonly texts: readonly string[];
  /** First line node of the item with its attributes. */
  readonly first: Node;
}

export function attributesOf(item: Node): RustAttributes {
  const texts: string[] = [];
  let first = item;
  for (let before = item.previousSibling; before; before = before.previousSibling) {
    if (before.type === 'attribute_item') {
      texts.unshift(before.text);
      first = before;
    } else if (!before.type.endsWith('comment')) break;
  }
  const all = texts.join('\n');
  const exportName = /export_name\s*=\s*"([^"]*)"/.exec(all)?.[1];
  const exported = /\bno_mangle\b|^#\[export\]$/m.test(all) ? '' : null;
  return {
    repr: texts
      .flatMap((text) => /^#\[\s*repr\s*\(([\s\S]*)\)\s*\]$/.exec(text)?.[1]?.split(/,(?![^(]*\))/) ?? [])
      .map((word) => word.trim()),
    exported: exportName ?? exported,
    linkName: /link_name\s*=\s*"([^"]*)"/.exec(all)?.[1] ?? null,
    alias: /doc\s*\(\s*alias\s*=\s*"([^"]*)"/.exec(all)?.[1] ?? null,
    conditional: texts.some((text) => /^#\[\s*cfg\s*\(/.test(text)),
    texts,
    first,
  };
}
