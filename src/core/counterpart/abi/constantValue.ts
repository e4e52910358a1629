import type { Language } from '../../patch/language.ts';
import type { EnumDeclaration } from '../declaration.ts';
import type { Scope } from '../scope.ts';
import { evaluate } from './evaluate.ts';

const MAX_DEPTH = 8;

/** Value of a macro, `const` or enumerator, or undefined when it is not known or its declarations disagree. */
export async function constantValue(
  name: string,
  scope: Scope,
  language: Language,
  depth = 0,
): Promise<bigint | undefined> {
  if (depth > MAX_DEPTH) return undefined;
  const bare = name.replace(/^.*::/, '');
  const found = await scope.find(language, bare);
  // Rust names what bindgen made of C's macros and enumerators.
  const all = found.length === 0 && language === 'rust' ? await scope.find('c', bare) : found;
  const values = new Set<bigint | undefined>();
  for (const { declaration } of all) {
    if (declaration.kind === 'constant')
      values.add(
        await evaluate(declaration.value, (inner) =>
          constantValue(inner, scope, declaration.language, depth + 1),
        ),
      );
    else if (declaration.kind === 'enum')
      values.add((await enumValues(declaration, scope, depth + 1)).get(bare));
  }
  const [value] = values;
  return values.size === 1 ? value : undefined;
}

/** Values of an enum's variants; those that cannot be computed, or stand under a condition, and all after them are left out. */
export async function enumValues(
  declaration: EnumDeclaration,
  scope: Scope,
  depth = 0,
): Promise<ReadonlyMap<string, bigint>> {
  const values = new Map<string, bigint>();
  let next: bigint | undefined = 0n;
  for (const { name, value, conditional } of declaration.variants) {
    const inner = (other: string): Promise<bigint | undefined> => {
      const own = values.get(other.replace(/^.*::/, ''));
      return own === undefined
        ? constantValue(other, scope, declaration.language, depth + 1)
        : Promise.resolve(own);
    };
    const current: bigint | undefined = value === null ? next : await evaluate(value, inner);
    if (current !== undefined && !conditional) values.set(name, current);
    next = current === undefined || conditional ? undefined : current + 1n;
  }
  return values;
}
