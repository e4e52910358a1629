import { counterpartOf, notFound, type Counterpart, type Finding } from '../counterpart.ts';
import type { Declaration, FunctionDeclaration } from '../declaration.ts';
import type { Disagreement } from '../disagreement.ts';
import { compareFunctions } from '../compare/compareFunctions.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { FoundIn } from '../scope.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { bestOf, ofKind } from './bestOf.ts';

/** The Rust side of a C name: what declares or exports it, or the Rust functions that use it. */
export async function findUse(name: string, scope: SourceScope): Promise<Finding> {
  const declared = (await scope.find('rust', name)).filter(({ declaration }) => isBoundary(declaration));
  if (declared.length > 0) {
    const counterparts = declared.map(({ declaration, foundIn }) =>
      counterpartOf(declaration, { rule: 'same-symbol', foundIn, confidence: 'certain' }, name),
    );
    const disagreements = await compareEach(
      name,
      declared.map(({ declaration }) => declaration),
      scope,
    );
    return { sought: name, status: 'found', counterparts, disagreements };
  }
  const uses = await usesOf(name, scope);
  return uses.length === 0
    ? notFound(name)
    : { sought: name, status: 'found', counterparts: uses, disagreements: [] };
}

function isBoundary(declaration: Declaration): boolean {
  switch (declaration.kind) {
    case 'function':
    case 'variable':
      return declaration.role === 'foreign' || declaration.role === 'exported';
    case 'record':
    case 'enum':
      return declaration.repr.length > 0;
    default:
      return false;
  }
}

async function compareEach(
  name: string,
  declared: readonly Declaration[],
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  const [c] = bestOf(ofKind(await scope.find('c', name), 'function')).best;
  const functions = declared.filter((each): each is FunctionDeclaration => each.kind === 'function');
  if (!c) return [];
  return (await Promise.all(functions.map((rust) => compareFunctions(c.declaration, rust, scope)))).flat();
}

/** Rust functions that call or name something of C. */
async function usesOf(name: string, scope: SourceScope): Promise<readonly Counterpart[]> {
  const found: Counterpart[] = [];
  const seen = new Set<string>();
  const take = (file: RustFile, foundIn: FoundIn): void => {
    if (seen.has(file.path)) return;
    seen.add(file.path);
    found.push(...usesIn(file, name, foundIn));
  };
  for (const { rust } of await scope.patchFiles()) if (rust) take(rust, 'patch');
  for (const { path } of (await scope.tree?.places(name, 'UL')) ?? []) {
    const file = await scope.rust(path);
    if (file) take(file, 'tree');
  }
  return found.slice(0, 12);
}

function usesIn(file: RustFile, name: string, foundIn: FoundIn): readonly Counterpart[] {
  const word = new RegExp(`\\b${name}\\b`);
  const lines = [...file.lines].filter(
    ([, text]) => word.test(text) && !/^\s*(\/\/|use\s|pub use\s|\*)/.test(text),
  );
  const owners = new Map<Declaration, number>();
  for (const [line] of lines) {
    const owner = innermost(file.declarations, line);
    if (owner && !owners.has(owner)) owners.set(owner, line);
  }
  return [...owners].map(([owner, focus]) => ({
    ...counterpartOf(owner, { rule: 'caller', foundIn, confidence: 'certain' }, owner.name),
    focus,
  }));
}

/** The innermost declaration that a line belongs to. */
export function innermost<D extends { readonly line: number; readonly endLine: number }>(
  declarations: readonly D[],
  line: number,
): D | null {
  let best: D | null = null;
  for (const each of declarations)
    if (each.line <= line && line <= each.endLine && (!best || each.line >= best.line)) best = each;
  return best;
}
