import type { FunctionDeclaration } from '../declaration.ts';
import { innermost } from '../pair/findUse.ts';
import { foreignCalls } from '../rust/foreignCalls.ts';
import { bodyOf } from '../rust/functionBody.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import type { FileName } from './fileNames.ts';
import { isReachable } from './isReachable.ts';
import type { FoundBy } from './nameEntry.ts';
import { namesAgree } from './namesAgree.ts';

type CallingName = FileName & { readonly declaration: FunctionDeclaration };

/** A function with more lines of code than this does something of its own, also when it calls one C function only. */
const MAX_WRAPPER_LINES = 30;

/** Functions of a file by the C functions that they call. `functions` are those that no test has. */
export async function callingNames(
  file: RustFile,
  functions: readonly FunctionDeclaration[],
  scope: SourceScope,
): Promise<readonly FileName[]> {
  const called = new Map<FunctionDeclaration, Set<string>>();
  for (const call of await foreignCalls(file.calls, file, scope)) {
    const inner = innermost(functions, call.line);
    if (!inner || inner.role === 'callback' || call.path === 'libc') continue;
    const caller = outermost(functions, inner);
    called.set(caller, (called.get(caller) ?? new Set()).add(call.name));
  }
  const names = [...called].flatMap(([declaration, callees]) =>
    [...callees].map((c): CallingName => {
      const foundBy = howCalled(c, declaration, callees.size, file, functions);
      return { c, foundBy, via: null, declaration };
    }),
  );
  return throughHelpers(names, file, functions);
}

/** A function within another cannot be called from anywhere else. */
function outermost(
  functions: readonly FunctionDeclaration[],
  inner: FunctionDeclaration,
): FunctionDeclaration {
  return functions.find(({ line, endLine }) => line <= inner.line && inner.endLine <= endLine) ?? inner;
}

function howCalled(
  c: string,
  declaration: FunctionDeclaration,
  calls: number,
  file: RustFile,
  functions: readonly FunctionDeclaration[],
): FoundBy {
  if (declaration.role === 'exported') return 'calls';
  if (namesAgree(c, declaration.name)) return 'named-call';
  const isWrapper = calls === 1 && linesOfCode(declaration, file, functions) <= MAX_WRAPPER_LINES;
  return isWrapper ? 'only-call' : 'calls';
}

/** Lines of a body with code on them that is not another function's. */
function linesOfCode(
  declaration: FunctionDeclaration,
  file: RustFile,
  functions: readonly FunctionDeclaration[],
): number {
  const body = bodyOf(declaration, file);
  if (!body) return 0;
  return body.lines.filter(
    (text, at) => text.trim() !== '' && innermost(functions, body.firstLine + at) === declaration,
  ).length;
}

/** A private function that wraps a call is named by those of its file that can be called in its stead. */
function throughHelpers(
  names: readonly CallingName[],
  file: RustFile,
  functions: readonly FunctionDeclaration[],
): readonly FileName[] {
  return names.flatMap((found): readonly FileName[] => {
    const { declaration: helper, c, foundBy } = found;
    if (isReachable(helper) || foundBy === 'calls') return [found];
    const owner = helper.selfType ?? 'self';
    const call = new RegExp(
      `(?:\\b(?:Self|self|${owner})\\s*(?:::|\\.)|(?<![.:\\w]))${helper.name}\\s*(?:::<[^>]*>)?\\(`,
    );
    const callers = functions.filter(
      (each) =>
        isReachable(each) &&
        each.role === 'plain' &&
        each.selfType === helper.selfType &&
        namesAgree(c, each.name) &&
        call.test(bodyOf(each, file)?.text ?? ''),
    );
    if (callers.length === 0) return [found];
    return callers.map((declaration) => ({ c, foundBy: 'named-call', via: helper.name, declaration }));
  });
}
