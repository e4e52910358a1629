import type { Declaration } from '../declaration.ts';
import { pathRank } from '../index/pathRank.ts';
import type { Found } from '../scope.ts';

/** The likeliest among several declarations of one name, and whether others as likely say something else. */
export function bestOf<D extends Declaration>(
  found: readonly Found<D>[],
): { readonly best: readonly Found<D>[]; readonly ambiguous: boolean } {
  const ranked = [...found].sort((a, b) => rankOf(a.declaration) - rankOf(b.declaration));
  const [first] = ranked;
  if (!first) return { best: [], ambiguous: false };
  const top = ranked.filter(({ declaration }) => rankOf(declaration) === rankOf(first.declaration));
  const distinct = new Map(top.map((each) => [plainText(each.declaration), each]));
  return { best: [...distinct.values()], ambiguous: distinct.size > 1 };
}

function rankOf(declaration: Declaration): number {
  const isStatic =
    declaration.kind === 'function' && declaration.isStatic && !declaration.path.endsWith('.h');
  return pathRank(declaration.path) * 2 + (isStatic ? 1 : 0);
}

/** Text of a declaration without what does not change its meaning. */
function plainText(declaration: Declaration): string {
  if (declaration.kind === 'function' && declaration.language === 'c')
    return JSON.stringify([
      declaration.params.map(({ type }) => type),
      declaration.returns,
      declaration.variadic,
    ]);
  return declaration.text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/\b(extern|inline|static)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Narrows what was found to one kind of declaration. */
export function ofKind<K extends Declaration['kind']>(
  found: readonly Found[],
  ...kinds: readonly K[]
): readonly Found<Extract<Declaration, { kind: K }>>[] {
  return found.filter((each): each is Found<Extract<Declaration, { kind: K }>> =>
    (kinds as readonly string[]).includes(each.declaration.kind),
  );
}
