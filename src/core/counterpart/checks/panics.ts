import type { Disagreement } from '../disagreement.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { innermost } from '../pair/findUse.ts';
import type { RustFile, RustHazard } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** How far calls are followed within a file. */
const MAX_DEPTH = 3;

/**
 * A panic reachable in a function that C calls, in its own body or in functions of the same file that it calls, and a `?`
 * that would hand a `Result` to C. Since Rust 1.81 a panic ends the process at the boundary, before that it is undefined.
 * Not asked where the project's panics abort anyway.
 */
export async function checkPanic(
  declaration: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  const manifest = await scope.tree?.text('Cargo.toml');
  if (manifest && /^\s*panic\s*=\s*"abort"/m.test(manifest)) return [];
  const found = reachable(declaration, file);
  if (!found) return [];
  const { hazard, through } = found;
  const path = through.map((name) => `\`${name}\``).join(', then ');
  const question =
    hazard.kind === 'try'
      ? `C calls \`${declaration.name}\`, and \`?\` returns early with a \`Result\` or an \`Option\`. What does C make of that?`
      : through.length === 0
        ? `C calls \`${declaration.name}\`, and this can panic. What does C see then, and is ending the process meant?`
        : `C calls \`${declaration.name}\`, which calls ${path}, and this can panic. What does C see then, and is ending the process meant?`;
  const text = (file.lines.get(hazard.line) ?? '').trim();
  const rust = { path: file.path, line: hazard.line, text };
  return [{ kind: 'panic', subject: declaration.name, question, targets: [], c: null, rust }];
}

interface Reached {
  readonly hazard: RustHazard;
  /** Functions on the way, without the one that C calls. */
  readonly through: readonly string[];
}

/** The first hazard of a function itself, else the nearest one in what it calls. */
function reachable(declaration: FunctionDeclaration, file: RustFile): Reached | null {
  const functions = file.declarations.filter(
    (each): each is FunctionDeclaration => each.kind === 'function' && each.body !== null,
  );
  const within = <T extends { readonly line: number }>(all: readonly T[], around: FunctionDeclaration) =>
    all.filter(
      ({ line }) =>
        innermost(functions, line) === around &&
        !file.caught.some(([first, last]) => line >= first && line <= last),
    );
  let level: readonly { readonly at: FunctionDeclaration; readonly through: readonly string[] }[] = [
    { at: declaration, through: [] },
  ];
  const seen = new Set([declaration]);
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    for (const { at, through } of level) {
      const hazard = within(file.hazards, at).find(
        (each) => counts(each, at) && (depth === 0 || each.kind === 'panic'),
      );
      if (hazard) return { hazard, through };
    }
    level = level.flatMap(({ at, through }) =>
      callees(at, file, functions, within).flatMap((callee) => {
        if (seen.has(callee)) return [];
        seen.add(callee);
        return [{ at: callee, through: [...through, callee.name] }];
      }),
    );
  }
  return null;
}

/** `param.as_ref().unwrap()` of a pointer, whatever its alias, is the check that C passed one. */
function counts({ pointer }: RustHazard, { params }: FunctionDeclaration): boolean {
  return (
    pointer === null ||
    !params.some(({ name, type }) => name === pointer && !(type.kind === 'name' && type.name === 'Option'))
  );
}

/** Functions of the file that one calls, where the name leaves no choice. */
function callees(
  at: FunctionDeclaration,
  file: RustFile,
  functions: readonly FunctionDeclaration[],
  within: <T extends { readonly line: number }>(
    all: readonly T[],
    around: FunctionDeclaration,
  ) => readonly T[],
): readonly FunctionDeclaration[] {
  const only = (wanted: (each: FunctionDeclaration) => boolean): readonly FunctionDeclaration[] => {
    const candidates = functions.filter(wanted);
    return candidates.length === 1 ? candidates : [];
  };
  const called = within(file.calls, at).flatMap(({ name, path }) => {
    const type = path === 'Self' ? at.selfType : path === '' ? null : path;
    return only((each) => each.name === name && each.selfType === type);
  });
  const methods = within(file.methodCalls, at).flatMap(({ name, onSelf }) =>
    onSelf ? only((each) => each.name === name && each.selfType === at.selfType) : [],
  );
  return [...called, ...methods];
}
