import type { Declaration, FunctionDeclaration } from '../declaration.ts';
import { wrappedForeign } from '../pair/findType.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { callingNames } from './callingNames.ts';
import { macroUses } from './macroUses.ts';
import type { FoundBy } from './nameEntry.ts';
import { rustMacros } from './rustMacros.ts';
import { statedNames } from './statedNames.ts';
import { isTestLine } from './testLine.ts';

/** What a Rust file says a C name is; the rest of an entry is where both stand. */
export interface FileName {
  readonly c: string;
  readonly foundBy: FoundBy;
  readonly via: string | null;
  readonly declaration: Declaration;
  /** The field or variant that the name belongs to, with its line. */
  readonly member?: { readonly name: string; readonly line: number; readonly text: string };
}

/** The C names that items of a Rust file stand for. Tests and callbacks that C calls by address stand for none. */
export async function fileNames(file: RustFile, scope: SourceScope): Promise<readonly FileName[]> {
  const declarations = file.declarations.filter(({ line }) => !isTestLine(file, line));
  const functions = declarations.filter((each) => each.kind === 'function');
  return [
    ...declarations.flatMap((each) => aliases(each, file)),
    ...functions.filter(({ role }) => role === 'exported').map(exported),
    ...(await wrappedTypes(declarations, scope)),
    ...(await callingNames(file, functions, scope)),
    ...rustMacros(file).flatMap(({ declaration, calls, aliases: named }) => [
      ...named.map((c) => nameOf(c, 'alias', declaration)),
      ...calls.map((c) => nameOf(c, 'macro', declaration)),
    ]),
    ...(await macroUses(file, scope)).map(({ c, use }) => nameOf(c, 'macro', use)),
  ];
}

function nameOf(c: string, foundBy: FoundBy, declaration: Declaration): FileName {
  return { c, foundBy, via: null, declaration };
}

function exported(declaration: FunctionDeclaration): FileName {
  return nameOf(declaration.symbol, 'exported', declaration);
}

function aliases(declaration: Declaration, file: RustFile): readonly FileName[] {
  if (!/^(function|record|enum)$/.test(declaration.kind)) return [];
  return statedNames(declaration, file).map(({ c, member, line, text }) => ({
    ...nameOf(c, 'alias', declaration),
    ...(member !== null && { member: { name: member, line, text } }),
  }));
}

async function wrappedTypes(
  declarations: readonly Declaration[],
  scope: SourceScope,
): Promise<readonly FileName[]> {
  const names: FileName[] = [];
  for (const declaration of declarations) {
    const wrapped = declaration.kind === 'record' ? await wrappedForeign(declaration, scope) : null;
    if (wrapped !== null) names.push(nameOf(wrapped, 'wraps-type', declaration));
  }
  return names;
}
