import type { Finding } from '../counterpart.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { ofKind } from '../pair/bestOf.ts';
import { pairBody } from '../pair/pairRust.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** A method name of more types than this (`new`) says nothing. */
const MAX_FUNCTIONS = 4;

/** What a safe function wraps: the C functions that its body calls. `wanted` is a function, or the name of one. */
export async function findWrapped(
  wanted: FunctionDeclaration | { readonly name: string },
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  if ('kind' in wanted) return pairBody(wanted, file, scope);
  const functions = ofKind(await scope.find('rust', wanted.name), 'function')
    .map(({ declaration }) => declaration)
    .filter(({ role, name }) => role === 'plain' && name === wanted.name);
  if (functions.length === 0 || functions.length > MAX_FUNCTIONS) return [];
  const findings: Finding[] = [];
  for (const each of functions) {
    const home = await scope.rust(each.path);
    if (home) findings.push(...(await pairBody(each, home, scope)));
  }
  return findings;
}
