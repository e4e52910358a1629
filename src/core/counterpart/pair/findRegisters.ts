import { counterpartOf, type Finding } from '../counterpart.ts';
import type { EnumDeclaration } from '../declaration.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { snakeCase } from './typeNames.ts';
import { twinScore } from './twinPaths.ts';

/** Fewer variants than this agree with too much by chance. */
const LEAST = 2;

/**
 * A Rust enum that stands for macros of its twin file: `CFG`, `CMP` for `HPET_TN_CFG`, `HPET_TN_CMP`. Found when most
 * variants are the last words of macros with one common beginning.
 */
export async function findRegisters(rust: EnumDeclaration, scope: SourceScope): Promise<Finding | null> {
  const { tree } = scope;
  if (!tree) return null;
  const variants = new Set(
    rust.variants.map(({ name }) => (/[a-z]/.test(name) ? snakeCase(name).toUpperCase() : name)),
  );
  let best: { readonly path: string; readonly lines: readonly number[] } | null = null;
  for (const path of await tree.paths()) {
    if (!/\.[ch]$/.test(path) || twinScore(rust.path, path) < 3) continue;
    const byPrefix = new Map<string, number[]>();
    for (const { name, line } of await tree.namesIn(path, 'm'))
      for (const variant of variants)
        if (name.endsWith(`_${variant}`)) {
          const prefix = name.slice(0, -variant.length);
          byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), line]);
        }
    for (const lines of byPrefix.values())
      if (lines.length >= Math.max(LEAST, variants.size * 0.6) && lines.length > (best?.lines.length ?? 0))
        best = { path, lines };
  }
  if (!best) return null;
  const macros = await tree.declarationsAt(best.path, best.lines);
  const how = { rule: 'naming' as const, foundIn: 'tree' as const, confidence: 'guess' as const };
  return {
    sought: rust.name,
    status: 'found',
    counterparts: macros.map((macro) => counterpartOf(macro, how)),
    disagreements: [],
  };
}
