import type { Counterpart, Finding } from '../counterpart.ts';
import type { Declaration, EnumDeclaration, RecordDeclaration } from '../declaration.ts';
import { bestOf, ofKind } from '../pair/bestOf.ts';
import { findType } from '../pair/findType.ts';
import { snakeCase } from '../pair/typeNames.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** A field or variant of a Rust type: the C type, at the member of this name. None when the type has no other side. */
export async function findField(
  rust: Declaration,
  word: string,
  path: string,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const alias = rust.kind === 'record' ? rust.fields.find(({ name }) => name === word)?.alias : undefined;
  const finding = await findType(rust.name, path, scope);
  if (finding.status === 'not-found') return [];
  const counterparts = finding.counterparts.map((each) => atMember(each, [alias ?? word, word], scope));
  return [{ ...finding, counterparts: await Promise.all(counterparts) }];
}

/** The same counterpart, opened at the first member that is called like one of these. */
export async function atMember(
  counterpart: Counterpart,
  names: readonly string[],
  scope: SourceScope,
): Promise<Counterpart> {
  const { language, symbol } = counterpart;
  const found = ofKind(await scope.find(language, symbol), 'record', 'enum');
  const [best] = bestOf(found.filter(({ declaration }) => declaration.path === counterpart.path)).best;
  const focus = best && memberLine(best.declaration, names);
  return focus === undefined ? counterpart : { ...counterpart, focus };
}

function memberLine(
  declaration: RecordDeclaration | EnumDeclaration,
  names: readonly string[],
): number | undefined {
  for (const name of names) {
    const wanted = snakeCase(name);
    const members = declaration.kind === 'record' ? declaration.fields : declaration.variants;
    const member =
      declaration.kind === 'record'
        ? declaration.fields.find((field) => field.name === name || field.alias === name)
        : members.find((variant) => `_${snakeCase(variant.name ?? '')}`.endsWith(`_${wanted}`));
    if (member) return member.line;
  }
  return undefined;
}
