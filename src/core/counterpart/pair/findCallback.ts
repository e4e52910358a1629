import { resolveType } from '../abi/resolveType.ts';
import { compareDeclared, signatureOf } from '../compare/compareFunctions.ts';
import { counterpartOf, notFound, type Counterpart, type Finding } from '../counterpart.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import type { Disagreement } from '../disagreement.ts';
import { registrationsOf, type Registration } from '../rust/registrations.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { Found } from '../scope.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { bestOf, ofKind } from './bestOf.ts';
import { findSlotByName, functionOf, slotFinding, slotOf } from './findSlot.ts';
import { findType } from './findType.ts';
import { receiverPlace } from './receiverType.ts';

/** Where C takes a Rust callback: the slot or parameter it is put into, and that one's signature. */
export async function findCallback(
  callback: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<Finding> {
  const registrations = registrationsOf(callback, file);
  const findings: Finding[] = [];
  for (const registration of registrations) {
    const finding = await findRegistration(registration, callback, file, scope);
    if (finding.status === 'found') return finding;
    findings.push(finding);
  }
  return findings.find(({ status }) => status === 'ambiguous') ?? findByName(callback, scope);
}

/** A callback whose registration is not seen: its name often says the slot (`rust_vms_test_field_exists`). */
async function findByName(callback: FunctionDeclaration, scope: SourceScope): Promise<Finding> {
  const words = callback.name.replace(/_(cb|fn|callback|trampoline|handler)$/, '').split('_');
  for (let from = 1; from < words.length; from++) {
    const slot = words.slice(from).join('_');
    if (slot.length < 6 || (from === words.length - 1 && from > 1)) break;
    const finding = await findSlotByName(slot, callback, scope);
    if (finding.status !== 'found') continue;
    const counterparts = finding.counterparts.map((each) => ({
      ...each,
      rule: 'naming' as const,
      confidence: 'guess' as const,
    }));
    return { ...finding, sought: callback.name, counterparts, disagreements: [] };
  }
  return notFound(callback.name);
}

async function findRegistration(
  registration: Registration,
  callback: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<Finding> {
  switch (registration.kind) {
    case 'argument':
      return findParameter(registration.call.name, registration.index, callback, scope);
    case 'assignment': {
      const { slot } = registration;
      const place = await receiverPlace(slot.receiver, slot, file, scope);
      return findMember(
        place?.structName ?? null,
        [...(place?.way ?? []), slot.name],
        callback,
        file.path,
        scope,
      );
    }
    case 'member': {
      const { literal, slot } = registration;
      return findMember(literal.type, [slot], callback, file.path, scope);
    }
  }
}

/** A slot of a struct that is known by its Rust or C name, or of any struct that has one of this name. */
export async function findMember(
  structName: string | null,
  way: readonly string[],
  callback: FunctionDeclaration | null,
  path: string,
  scope: SourceScope,
): Promise<Finding> {
  const slot = way.at(-1) ?? '';
  if (structName !== null) {
    const direct = await slotOf(structName, way, scope);
    if (direct) return slotFinding(direct, slot, callback, scope);
    const [type] = (await findType(structName, path, scope)).counterparts;
    const place = type && (await slotOf(type.symbol, way, scope));
    if (place) return slotFinding(place, slot, callback, scope);
  }
  return findSlotByName(slot, callback, scope);
}

async function findParameter(
  callee: string,
  index: number,
  callback: FunctionDeclaration,
  scope: SourceScope,
): Promise<Finding> {
  const { best } = bestOf(ofKind(await scope.find('c', callee), 'function'));
  const [first] = best;
  const parameter = first?.declaration.params[index];
  if (!first || !parameter) return notFound(callback.name);
  const { declaration } = first;
  const how = { rule: 'callback-parameter' as const, foundIn: first.foundIn, confidence: 'certain' as const };
  const counterparts: Counterpart[] = [];
  let named: Found | undefined;
  const { type } = parameter;
  const typeName =
    type.kind === 'name' ? type : type.kind === 'pointer' && type.to.kind === 'name' ? type.to : null;
  if (typeName) [named] = bestOf(ofKind(await scope.find('c', typeName.name), 'alias')).best;
  if (named) counterparts.push(counterpartOf(named.declaration, { ...how, foundIn: named.foundIn }));
  counterparts.push(counterpartOf(declaration, how));
  const context = { scope, language: 'c' as const, path: declaration.path, generics: [], depth: 0 };
  const c = functionOf(await resolveType(type, context));
  const side = named?.declaration ?? declaration;
  const disagreements: readonly Disagreement[] = c
    ? compareDeclared(
        c,
        await signatureOf(callback, scope),
        { path: side.path, line: side.line, text: side.text },
        callback,
        'to-rust',
      )
    : [];
  return { sought: callback.name, status: 'found', counterparts, disagreements };
}
