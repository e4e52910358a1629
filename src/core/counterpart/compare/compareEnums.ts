import { enumValues } from '../abi/constantValue.ts';
import type { EnumDeclaration, Variant } from '../declaration.ts';
import type { Disagreement, DisagreementKind } from '../disagreement.ts';
import type { Scope } from '../scope.ts';
import { compareTypes } from './compareTypes.ts';
import { pairVariants } from './pairVariants.ts';
import { questionOf } from './question.ts';

/** Enumerators that count the others are left out on the Rust side as a rule. */
const COUNTER = /(?:^|_)(?:_?MAX|LAST|COUNT|NUM|END|N|NR|SENTINEL)$/i;

/** Points on which a C enum and a Rust enum disagree: size, values, enumerators that one side lacks. */
export async function compareEnums(
  c: EnumDeclaration,
  rust: EnumDeclaration,
  scope: Scope,
): Promise<readonly Disagreement[]> {
  if (c.partial || rust.partial || rust.variants.some(({ payload }) => payload)) return [];
  const found: Disagreement[] = [];
  const size = compareTypes(
    { kind: 'enum', name: c.name, declaration: c },
    { kind: 'enum', name: rust.name, declaration: rust },
    'both',
  );
  const add = (
    kind: DisagreementKind,
    subject: string | null,
    question: string,
    cVariant?: Variant,
    rustVariant?: Variant,
  ): void => {
    found.push({ kind, subject, question, targets: [], c: side(c, cVariant), rust: side(rust, rustVariant) });
  };
  if (size) add(size.kind, null, questionOf(size, `\`${rust.name}\``));
  const pairs = pairVariants(c.variants, rust.variants);
  if (pairs.length * 2 < Math.min(c.variants.length, rust.variants.length)) return found;
  const [cValues, rustValues] = await Promise.all([enumValues(c, scope), enumValues(rust, scope)]);
  for (const { c: mine, rust: other } of pairs) {
    const [left, right] = [cValues.get(mine.name), rustValues.get(other.name)];
    if (left === undefined || right === undefined || sameBits(left, right)) continue;
    const question = `\`${other.name}\` is ${left} in C and ${right} in Rust. Which value is right?`;
    add('enum-value', other.name, question, mine, other);
  }
  const paired = new Set(pairs.flatMap((pair) => [pair.c, pair.rust]));
  const valued = new Set(pairs.map((pair) => cValues.get(pair.c.name)));
  for (const variant of c.variants) {
    const alias = valued.has(cValues.get(variant.name)) && cValues.has(variant.name);
    if (paired.has(variant) || variant.conditional || COUNTER.test(variant.name) || alias) continue;
    const question = `C has \`${variant.name}\`, Rust has no variant for it. What happens when C passes it?`;
    add('enum-missing', variant.name, question, variant);
  }
  if (c.variants.every(({ conditional }) => !conditional))
    for (const variant of rust.variants)
      if (!paired.has(variant)) {
        const question = `Rust has \`${variant.name}\`, C has no enumerator for it. What does C make of it?`;
        add('enum-missing', variant.name, question, undefined, variant);
      }
  return found;
}

/** The same bits, seen as signed or unsigned, are the same value for C. */
function sameBits(left: bigint, right: bigint): boolean {
  return BigInt.asUintN(32, left) === BigInt.asUintN(32, right);
}

function side(declaration: EnumDeclaration, variant: Variant | undefined): Disagreement['rust'] {
  return {
    path: declaration.path,
    line: variant?.line ?? declaration.line,
    text: variant?.name ?? declaration.text,
  };
}
