import { languageOf, type Language } from '../../patch/language.ts';
import { counterpartOf, notFound, type Finding } from '../counterpart.ts';
import type { Declaration } from '../declaration.ts';
import { snakeCase } from '../pair/typeNames.ts';
import { LEAST_TWIN_SCORE, twinScore } from '../pair/twinPaths.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** Twin files that are looked through. */
const MAX_FILES = 4;
/** Shorter names agree by chance. */
const LEAST_NAME = 4;
/** Kinds of C names that a Rust item may be called after. */
const C_KINDS = 'fdsmvgr';

/**
 * The item of the twin file that is called alike: `can_receive` in Rust for `pl011_can_receive` in C. For devices that are
 * written in both languages, where nothing else ties the two.
 */
export async function findTwin(
  name: string,
  path: string,
  other: Language,
  scope: SourceScope,
): Promise<Finding> {
  const { tree } = scope;
  if (!tree || name.length < LEAST_NAME) return notFound(name);
  for (const twin of twinsOf(path, other, await tree.paths())) {
    const declarations = other === 'c' ? await inC(name, twin, scope) : await inRust(name, twin, scope);
    if (declarations.length === 0) continue;
    const how = { rule: 'naming' as const, foundIn: 'tree' as const, confidence: 'guess' as const };
    const counterparts = declarations.map((each) => counterpartOf(each, how));
    return { sought: name, status: 'found', counterparts, disagreements: [] };
  }
  return notFound(name);
}

function twinsOf(path: string, other: Language, paths: readonly string[]): readonly string[] {
  const score = (twin: string): number => (other === 'c' ? twinScore(path, twin) : twinScore(twin, path));
  return paths
    .filter((twin) => languageOf(twin) === other)
    .map((twin) => ({ twin, score: score(twin) }))
    .filter((each) => each.score >= LEAST_TWIN_SCORE)
    .sort((a, b) => b.score - a.score || (a.twin < b.twin ? -1 : 1))
    .slice(0, MAX_FILES)
    .map(({ twin }) => twin);
}

/** The C item whose name ends in this one with the least before it. */
async function inC(name: string, path: string, scope: SourceScope): Promise<readonly Declaration[]> {
  const wanted = snakeCase(name);
  const entries = (await scope.tree?.namesIn(path, C_KINDS)) ?? [];
  const alike = entries
    .filter((entry) => `_${entry.name.toLowerCase()}`.endsWith(`_${wanted}`))
    .sort((a, b) => a.name.length - b.name.length);
  const [best] = alike;
  if (!best) return [];
  const declarations = (await scope.tree?.declarationsAt(path, [best.line])) ?? [];
  return declarations.filter((each) => each.name === best.name).slice(-1);
}

/** The Rust items, or variants of one, that are called like the longest end of the C name. */
async function inRust(name: string, path: string, scope: SourceScope): Promise<readonly Declaration[]> {
  const declarations = (await scope.tree?.rust(path))?.declarations ?? [];
  const words = name.toLowerCase().split('_');
  for (let from = 0; from < words.length; from++) {
    const end = words.slice(from).join('_');
    if (end.length < LEAST_NAME) break;
    const alike = declarations.flatMap((each) =>
      isCalled(each, end) ? [each] : (variantOf(each, end) ?? []),
    );
    if (alike.length > 0) return alike.slice(0, 3);
  }
  return [];
}

function isCalled({ name, kind }: Declaration, wanted: string): boolean {
  return kind !== 'invocation' && snakeCase(name) === wanted;
}

/** An enum stands for the macro that one of its variants is called after. */
function variantOf(declaration: Declaration, wanted: string): Declaration | undefined {
  if (declaration.kind !== 'enum') return undefined;
  const variant = declaration.variants.find(({ name }) => snakeCase(name) === wanted);
  return variant && { ...declaration, line: variant.line };
}
