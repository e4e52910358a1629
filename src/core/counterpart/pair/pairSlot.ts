import { notFound, type Finding } from '../counterpart.ts';
import type { Declaration, FunctionDeclaration } from '../declaration.ts';
import { findMember } from './findCallback.ts';
import { findSlotByName } from './findSlot.ts';
import { findType } from './findType.ts';
import { innermost } from './findUse.ts';
import type { RustPlace } from './pairRust.ts';
import { receiverPlace } from './receiverType.ts';

/** Traits whose constants fill the slots of a C struct that is not called after them. */
const TRAIT_STRUCTS: Readonly<Record<string, readonly string[]>> = {
  ObjectImpl: ['TypeInfo', 'ObjectClass'],
  ResettablePhasesImpl: ['ResettablePhases'],
  ResettableClass: ['ResettablePhases'],
};

/** Slots whose struct neither a type nor a trait names. */
const SLOT_STRUCTS: Readonly<Record<string, readonly string[]>> = {
  class_init: ['TypeInfo'],
  class_base_init: ['TypeInfo'],
  instance_init: ['TypeInfo'],
  instance_post_init: ['TypeInfo'],
  instance_finalize: ['TypeInfo'],
};

/** The C slot of a table member, a class assignment or a trait constant. */
export async function pairSlot(place: RustPlace): Promise<readonly Finding[]> {
  const { annotation, file, scope } = place;
  const word = /^\w+/.exec((file.lines.get(annotation.line) ?? '').slice(annotation.column - 1))?.[0] ?? '';
  const assigned = file.slots.find(
    ({ line, name }) => line === annotation.line && (name === word || word === ''),
  );
  if (assigned) {
    const receiver = await receiverPlace(assigned.receiver, assigned, file, scope);
    const callback = callbackIn(assigned.value, file.declarations);
    const way = [...(receiver?.way ?? []), assigned.name];
    return [await findMember(receiver?.structName ?? null, way, callback, file.path, scope)];
  }
  const literal = innermost(
    file.literals.filter(({ slots }) =>
      slots.some(({ line, name }) => line === annotation.line && name === word),
    ),
    annotation.line,
  );
  const member = literal?.slots.find(({ name }) => name === word);
  if (literal && member) {
    const callback = callbackIn(member.value, file.declarations);
    return [await findMember(literal.type, [member.name], callback, file.path, scope)];
  }
  const table = innermost(
    file.declarations.filter(({ kind }) => kind === 'variable' || kind === 'constant'),
    annotation.line,
  );
  const tableType = typeNameOf(table);
  if (table && tableType !== null) {
    if (word !== table.name && /^[a-z]/.test(word))
      return [await findMember(tableType.replace(/Builder$/, ''), [word], null, file.path, scope)];
    if (/^[A-Z]\w*[a-z]/.test(tableType) && tableType !== 'Option')
      return [await findType(tableType.replace(/Builder$/, ''), file.path, scope)];
  }
  return pairTraitSlot(place, word);
}

/** `const REALIZE: Option<fn(…)>` in a trait or its `impl` stands for the slot `realize`. */
async function pairTraitSlot(
  { annotation, file, scope }: RustPlace,
  word: string,
): Promise<readonly Finding[]> {
  const slot = word.toLowerCase();
  if (/^(ASSERT_)?IS_SOME$/.test(word)) return [];
  if (!/^[A-Z][A-Z0-9_]*$/.test(word) && !/^(class_init|class_base_init)$/.test(word)) return [];
  const impl = innermost(file.impls, annotation.line);
  const lines = file.lines;
  let trait =
    /\bas\s+(?:\w+::)*(\w+)\s*>\s*::/.exec(lines.get(annotation.line) ?? '')?.[1] ?? impl?.trait ?? null;
  for (let line = annotation.line; trait === null && line > annotation.line - 80 && line > 0; line--)
    trait = /\btrait\s+(\w+)/.exec(lines.get(line) ?? '')?.[1] ?? null;
  const self = impl?.trait === null && trait === null ? impl.type : null;
  const structs = [
    ...(SLOT_STRUCTS[slot] ?? []),
    ...(trait === null
      ? []
      : (TRAIT_STRUCTS[trait] ?? [`${trait.replace(/(Impl|Ops|Methods)$/, '')}Class`, trait])),
    ...(self === null ? [] : [self]),
  ];
  for (const name of structs)
    for (const member of [slot, `legacy_${slot}`]) {
      const finding = await findMember(name, [member], null, file.path, scope);
      if (finding.status === 'found') return [finding];
    }
  const any = await findSlotByName(slot, null, scope);
  return [any.status === 'not-found' ? notFound(slot) : any];
}

function typeNameOf(declaration: Declaration | null): string | null {
  if (declaration?.kind !== 'variable' && declaration?.kind !== 'constant') return null;
  const { type } = declaration;
  return type?.kind === 'name' ? type.name : null;
}

/** The `extern "C"` function that a slot's value names. */
export function callbackIn(value: string, declarations: readonly Declaration[]): FunctionDeclaration | null {
  const name = /^(?:Some\s*\()?\s*(?:\w+::)*(\w+)\s*(?:::<[\s\S]*>)?\s*\)?$/.exec(value)?.[1];
  const found = declarations.find(
    (each) => each.kind === 'function' && each.name === name && each.role !== 'plain',
  );
  return found?.kind === 'function' ? found : null;
}
