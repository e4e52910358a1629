import type { FileEntry } from './indexEntry.ts';

const ITEM =
  /^[ \t]*(?:pub(?:\s*\([^)]*\))?\s+)?(?:(?:default|const|async|unsafe|safe|extern(?:\s+"[^"]*")?)\s+)*(fn|struct|union|enum|type|const|static|trait)\s+(?:mut\s+)?(?:r#)?([A-Za-z_]\w*)/;
const USE = /\b(?:bindings|ffi|sys|raw|libc|uapi|trace|\w+_sys|\w+_ffi)::(?:r#)?([A-Za-z_]\w*)/g;
const USE_LIST = /\b(?:bindings|ffi|sys|\w+_sys)::\{([^{}]*)\}/g;
const KINDS = {
  fn: 'F',
  struct: 'R',
  union: 'R',
  enum: 'E',
  type: 'A',
  const: 'C',
  static: 'G',
  trait: 'T',
} as const;

/** Names declared in a Rust file and C names used in it, line by line and without parsing. */
export function rustNames(text: string): readonly FileEntry[] {
  const entries: FileEntry[] = [];
  const used = new Set<string>();
  let attribute = '';
  let foreign = false;
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1;
    const comment = whole.indexOf('//');
    const code = comment < 0 ? whole : whole.slice(0, comment);
    if (/^\s*#!?\[/.test(code)) attribute += code;
    const item = ITEM.exec(code);
    const [, keyword, name] = item ?? [];
    if (/^\s*(?:unsafe\s+)?extern\s*(?:"[^"]*"\s*)?\{/.test(code)) foreign = true;
    else if (code.startsWith('}')) foreign = false;
    if (keyword !== undefined && name !== undefined) {
      const exported = /no_mangle|export_name|^\s*#\[export\]/.test(attribute);
      const symbol = /(?:export_name|link_name)\s*=\s*"([^"]*)"/.exec(attribute)?.[1] ?? name;
      const kind = KINDS[keyword as keyof typeof KINDS];
      entries.push({ kind: kind === 'F' && (exported || foreign) ? 'X' : kind, name, line });
      if (symbol !== name) entries.push({ kind: 'X', name: symbol, line });
      const alias = /doc\s*\(\s*alias\s*=\s*"([^"]*)"/.exec(attribute)?.[1];
      if (alias !== undefined) entries.push({ kind: 'L', name: alias, line });
    }
    if (!/^\s*#!?\[/.test(code) && code.trim() !== '') attribute = '';
    for (const match of code.matchAll(USE)) add(entries, used, match[1], line);
    for (const match of code.matchAll(/c"([^"\n]+)"|rename\s*=\s*"([^"\n]+)"/g)) {
      const found = match[1] ?? match[2];
      if (found !== undefined) entries.push({ kind: 'Q', name: found, line });
    }
  }
  for (const match of text.matchAll(USE_LIST)) {
    const line = text.slice(0, match.index).split('\n').length;
    for (const part of (match[1] ?? '').split(',')) add(entries, used, /^\s*(\w+)/.exec(part)?.[1], line);
  }
  return entries;
}

function add(entries: FileEntry[], used: Set<string>, name: string | undefined, line: number): void {
  if (name === undefined || name === 'self' || used.has(name)) return;
  used.add(name);
  entries.push({ kind: 'U', name, line });
}
