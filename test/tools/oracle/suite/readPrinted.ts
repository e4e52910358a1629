import type { Finding } from '../sample.ts';

/** Findings on `file` (its base name) in what a compiler printed. A lint is named once, so messages tell the others. */
export function readPrinted(stderr: string, file: string): readonly Omit<Finding, 'path'>[] {
  const blocks = stderr.split(/\n\n(?=error|warning)/);
  const lintOf = new Map<string, string>();
  for (const block of blocks) {
    const lint = /`(?:-[DW]|--force-warn) (?:clippy::)?([\w-]+)`/.exec(block)?.[1];
    if (lint !== undefined) lintOf.set(kindOf(block), lint.replaceAll('-', '_'));
  }
  return blocks.flatMap((block) => {
    const [, path, line] = /^ *--> ([^\n]*?):(\d+):\d+$/m.exec(block) ?? [];
    const lint = lintOf.get(kindOf(block)) ?? LINTS.find(([words]) => words.test(block))?.[1];
    return lint !== undefined && path?.endsWith(`/${file}`) ? [{ lint, line: Number(line) }] : [];
  });
}

/** The message without the names in it. */
function kindOf(block: string): string {
  return (block.split('\n', 1)[0] ?? '').replace(/`[^`]*`/g, '``');
}

/** For messages that differ from those that name the lint. */
const LINTS: readonly (readonly [RegExp, string])[] = [
  [/missing a safety comment/, 'undocumented_unsafe_blocks'],
  [/missing (a|the|their)? ?`# Safety` section/, 'missing_safety_doc'],
  [/has unnecessary safety comment/, 'unnecessary_safety_comment'],
  [/unnecessary `# Safety` section/, 'unnecessary_safety_doc'],
  [
    /^warning: (usage|declaration|implementation) of an? `(unsafe|no_mangle|export_name|link_section)`/,
    'unsafe_code',
  ],
  [/reference to mutable static/, 'static_mut_refs'],
];
