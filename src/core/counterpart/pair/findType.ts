import { compareEnums } from '../compare/compareEnums.ts';
import { compareRecords } from '../compare/compareRecords.ts';
import { counterpartOf, notFound, type Finding, type PairConfidence } from '../counterpart.ts';
import type { Declaration, EnumDeclaration, RecordDeclaration } from '../declaration.ts';
import type { Disagreement } from '../disagreement.ts';
import { isForeignPath } from '../foreignPath.ts';
import type { Found } from '../scope.ts';
import type { NamedType, SourceType } from '../sourceType.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { bestOf, ofKind } from './bestOf.ts';
import { findRegisters } from './findRegisters.ts';
import { cTypeNames, snakeCase } from './typeNames.ts';

/** The C type that a Rust type name stands for: by what it wraps, by its alias, by its name. */
export async function findType(name: string, path: string, scope: SourceScope): Promise<Finding> {
  const rust = await rustType(name, path, scope);
  const candidates = await candidatesOf(name, rust, path, scope);
  for (const { name: cName, confidence } of candidates) {
    const finding = await findCType(cName, rust, confidence, scope);
    if (finding) return { ...finding, sought: name };
  }
  if (rust?.kind === 'enum')
    return (await findEnumByVariants(rust, scope)) ?? (await findRegisters(rust, scope)) ?? notFound(name);
  return notFound(name);
}

interface Candidate {
  readonly name: string;
  readonly confidence: PairConfidence;
}

async function rustType(
  name: string,
  path: string,
  scope: SourceScope,
): Promise<RecordDeclaration | EnumDeclaration | null> {
  const found = ofKind(await scope.find('rust', name), 'record', 'enum');
  const own = found.find(({ declaration }) => declaration.path === path) ?? found[0];
  return own?.declaration ?? null;
}

async function candidatesOf(
  name: string,
  rust: RecordDeclaration | EnumDeclaration | null,
  path: string,
  scope: SourceScope,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  if (rust?.kind === 'record') {
    if (rust.alias !== null) candidates.push({ name: rust.alias, confidence: 'certain' });
    const wrapped = await wrappedForeign(rust, scope);
    if (wrapped !== null) candidates.push({ name: wrapped, confidence: 'certain' });
  }
  const imported = (await scope.imports(path)).find((each) => each.as === name);
  if (imported && isForeignPath(imported.path))
    candidates.push({ name: imported.name, confidence: 'certain' });
  const aliases = ofKind(await scope.find('rust', name), 'alias');
  for (const { declaration } of aliases) {
    const target = declaration.target.kind === 'name' ? declaration.target : null;
    if (target && (isForeignPath(target.path) || target.name !== name))
      candidates.push({ name: target.name, confidence: 'certain' });
  }
  candidates.push(...cTypeNames(name).map((each) => ({ name: each, confidence: 'likely' as const })));
  return candidates;
}

/** What a wrapper holds: `Opaque<bindings::Foo>`, or a first field of a generated type. */
export async function wrappedForeign(rust: RecordDeclaration, scope: SourceScope): Promise<string | null> {
  const imports = await scope.imports(rust.path);
  const isForeign = (type: NamedType): boolean =>
    isForeignPath(type.path) ||
    (type.path === '' && imports.some(({ as, path }) => as === type.name && isForeignPath(path)));
  const inner = (type: SourceType): string | null => {
    if (type.kind === 'pointer') return inner(type.to);
    if (type.kind !== 'name') return null;
    if (isForeign(type) && !/^c_[a-z]+$/.test(type.name)) return type.name;
    return /^(ParentField|Vec|PhantomData)$/.test(type.name) ? null : firstOf(type.args.map(inner));
  };
  // Only what a type holds first or alone is what it wraps; later members are parts.
  const [first] = rust.fields;
  return first &&
    (rust.fields.length === 1 || rust.tuple || /inner|raw|ptr|handle|^0$/.test(first.name ?? ''))
    ? inner(first.type)
    : null;
}

function firstOf(names: readonly (string | null)[]): string | null {
  return names.find((name) => name !== null) ?? null;
}

async function findCType(
  name: string,
  rust: RecordDeclaration | EnumDeclaration | null,
  confidence: PairConfidence,
  scope: SourceScope,
): Promise<Omit<Finding, 'sought'> | null> {
  const all = await scope.find('c', name);
  const full = ofKind(all, 'record', 'enum').filter(({ declaration }) => !declaration.partial);
  const types: readonly Found[] = full.length > 0 ? full : typeDeclarations(all, name);
  const { best, ambiguous } = bestOf(types);
  const [first] = best;
  if (!first) return null;
  const rule = first.declaration.kind === 'enum' ? 'same-enum' : 'same-struct';
  const counterparts = best.map(({ declaration, foundIn }) =>
    counterpartOf(declaration, { rule, foundIn, confidence }, name),
  );
  const disagreements = ambiguous ? [] : await compareNamed(first.declaration, rust, scope);
  return { status: ambiguous ? 'ambiguous' : 'found', counterparts, disagreements };
}

/** Declarations that only name a type; of a declaring macro's arguments the first one is the type. */
function typeDeclarations(all: readonly Found[], name: string): readonly Found[] {
  return all.filter(({ declaration }) =>
    declaration.kind === 'invocation'
      ? declaration.args[0] === name || (declaration.args[1] === name && name.endsWith('Class'))
      : declaration.kind === 'alias' || declaration.kind === 'record',
  );
}

async function compareNamed(
  c: Declaration,
  rust: RecordDeclaration | EnumDeclaration | null,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  if (c.kind === 'record' && rust?.kind === 'record') return compareRecords(c, rust, scope);
  if (c.kind === 'enum' && rust?.kind === 'enum') return compareEnums(c, rust, scope);
  return [];
}

/** A Rust enum without a C enum of its name: its variants' values or prefixed names lead to the C enum. */
async function findEnumByVariants(rust: EnumDeclaration, scope: SourceScope): Promise<Finding | null> {
  const prefix = snakeCase(rust.name).toUpperCase();
  for (const { name, value } of rust.variants.slice(0, 4)) {
    const named = /(?:^|::)([A-Z][A-Z0-9_]+)(?:\s+as\b.*)?$/.exec(value ?? '')?.[1];
    const candidates = [named, `${prefix}_${snakeCase(name).toUpperCase()}`].filter(
      (each) => each !== undefined,
    );
    for (const candidate of candidates) {
      const found = ofKind(await scope.find('c', candidate), 'enum', 'constant');
      const [best] = bestOf(found).best;
      if (!best) continue;
      const { declaration, foundIn } = best;
      const disagreements = declaration.kind === 'enum' ? await compareEnums(declaration, rust, scope) : [];
      const how = { rule: 'same-enum' as const, foundIn, confidence: 'likely' as const };
      return {
        sought: rust.name,
        status: 'found',
        counterparts: [counterpartOf(declaration, how)],
        disagreements,
      };
    }
  }
  return null;
}
