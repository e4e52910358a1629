import { C_STANDARD } from '../abi/standardTypes.ts';
import { isForeignPath } from '../foreignPath.ts';
import type { Scope } from '../scope.ts';
import type { RustCall, RustFile } from './rustFile.ts';

/** Calls of a file that reach C: through a generated path, an import from one, or a foreign declaration. */
export async function foreignCalls(
  calls: readonly RustCall[],
  file: RustFile,
  scope: Scope,
): Promise<readonly RustCall[]> {
  const answers = await Promise.all(calls.map((call) => isForeignCall(call, file, scope)));
  return calls.filter((_, index) => answers[index]);
}

/** Declared by the system, not by the project: a function of that name in its tree is another one. */
const NOT_OURS = /^(::)?(std|core|alloc|libc)\b/;

/** `bindings`, not the type `bindings::clk`, whose functions are Rust's. */
function isModule(path: string): boolean {
  return isForeignPath(path.replace(/^.*::/, ''));
}

async function isForeignCall(call: RustCall, file: RustFile, scope: Scope): Promise<boolean> {
  if (!/^[a-z_][a-z0-9_]*$/.test(call.name)) return false;
  if (call.path !== '') {
    if (isForeignPath(call.path)) return isModule(call.path) && !NOT_OURS.test(call.path);
    // `ffi_alias::f` where the alias is imported from a generated path.
    const alias = file.imports.find(({ as }) => as === call.path);
    if (!alias || /^c_|^[A-Z]/.test(alias.as)) return false;
    return isForeignPath(alias.path) || isForeignPath(alias.name);
  }
  const imported = file.imports.find(({ as }) => as === call.name);
  if (imported) return isForeignPath(imported.path);
  const declared = await scope.find('rust', call.name);
  if (declared.some(({ declaration }) => declaration.kind === 'function' && declaration.role === 'foreign'))
    return true;
  if (declared.length > 0) return false;
  // Not declared here and brought in by a glob, or by a line that is not shown: C decides.
  const glob = file.imports.some(({ name, path }) => name === '*' && isForeignPath(path));
  if (!glob && file.whole) return false;
  return (await scope.find('c', call.name)).some(
    ({ declaration: { kind } }) => kind === 'function' || kind === 'macro',
  );
}

/** C names that some lines mention: through a generated path (`bindings::Foo`) or by an import from one. */
export function foreignNames(text: string, file: RustFile): readonly string[] {
  const words = new Set(text.replace(/"[^"\n]*"|\/\/.*/g, '').match(/(?<![.\w])[A-Za-z_]\w*/g));
  const imported = file.imports
    .filter(({ as, path }) => words.has(as) && isForeignPath(path))
    .map(({ name }) => name);
  const names = [
    ...text.matchAll(
      /\b(?:bindings|ffi|sys|raw|uapi|\w+_sys|\w+_ffi|\w+_bindings)::(?:r#)?([A-Za-z_]\w*)(?!\w|::[a-z{])/g,
    ),
  ]
    .map((match) => match[1] ?? '')
    .concat(imported)
    .map((name) => name.replace(/__bindgen_ty_\d+.*$/, ''))
    .filter(
      (name) =>
        !/^(c_[a-z]+|CStr|CString|OsStr|OsString|FILE|self|bindings|)$/.test(name) && !C_STANDARD.has(name),
    );
  return [...new Set(names)];
}
