import { resolveType, type TypeContext } from '../abi/resolveType.ts';
import type { AbiFunction } from '../abi/abiType.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import type { Disagreement, SideText } from '../disagreement.ts';
import type { Scope } from '../scope.ts';
import {
  compareReturns,
  compareTypes,
  countWords,
  isUnspecified,
  type Flow,
  type TypeDifference,
} from './compareTypes.ts';
import { questionOf } from './question.ts';

/** A declared function's signature as the machine sees it. */
export async function signatureOf(declaration: FunctionDeclaration, scope: Scope): Promise<AbiFunction> {
  const context: TypeContext = {
    scope,
    language: declaration.language,
    path: declaration.path,
    generics: declaration.generics,
    depth: 0,
  };
  return {
    kind: 'function',
    params: await Promise.all(declaration.params.map(({ type }) => resolveType(type, context))),
    returns: await resolveType(declaration.returns, context),
    variadic: declaration.variadic,
  };
}

/** Values of a foreign declaration go to C, those of a function that C calls come from it. */
function flowOf(rust: FunctionDeclaration): Flow {
  return rust.role === 'foreign' ? 'to-c' : 'to-rust';
}

/** Points on which a C function and its Rust side disagree: every parameter that differs, and the return. */
export async function compareFunctions(
  c: FunctionDeclaration,
  rust: FunctionDeclaration,
  scope: Scope,
): Promise<readonly Disagreement[]> {
  const [left, right] = await Promise.all([signatureOf(c, scope), signatureOf(rust, scope)]);
  return [...compareConventions(c, rust), ...compareDeclared(left, right, c, rust, flowOf(rust))];
}

/** ABI strings that are C's own on every target that has them, or on all but 32-bit Windows. */
const C_CONVENTIONS = new Set([
  'C',
  'C-unwind',
  'system',
  'system-unwind',
  'cdecl',
  'efiapi',
  'sysv64',
  'aapcs',
]);

function compareConventions(c: FunctionDeclaration, rust: FunctionDeclaration): readonly Disagreement[] {
  if (rust.abi !== null && C_CONVENTIONS.has(rust.abi)) return [];
  const inRust = rust.abi === null ? "Rust's own" : `\`${rust.abi}\``;
  return [
    {
      kind: 'calling-convention',
      subject: null,
      question: `C calls \`${rust.symbol}\` by its own convention, and here it has ${inRust}. Is \`extern "C"\` missing?`,
      targets: [],
      c: { path: c.path, line: c.line, text: c.text },
      rust: { path: rust.path, line: rust.line, text: rust.text },
    },
  ];
}

/** As `compareFunctions`, for a C signature that comes from a function pointer. `flow` is that of the parameters. */
export function compareDeclared(
  c: AbiFunction,
  rust: AbiFunction,
  cSide: SideText & Partial<Pick<FunctionDeclaration, 'params'>>,
  rustSide: FunctionDeclaration,
  flow: Flow,
): readonly Disagreement[] {
  if (isUnspecified(c)) return [];
  const found: Disagreement[] = [];
  const add = (difference: TypeDifference | null, subject: string | null, words: string): void => {
    if (!difference) return;
    found.push({
      kind: difference.kind,
      subject,
      question: questionOf(difference, words),
      targets: difference.targets,
      c: { path: cSide.path, line: cSide.line, text: cSide.text },
      rust: { path: rustSide.path, line: rustSide.line, text: rustSide.text },
    });
  };
  if (c.variadic !== rust.variadic) {
    const words = (variadic: boolean): string => (variadic ? 'variadic' : 'not variadic');
    add(
      { kind: 'variadic', targets: [], c: words(c.variadic), rust: words(rust.variadic) },
      null,
      'The function',
    );
  }
  if (c.params.length !== rust.params.length) {
    const [inC, inRust] = [c.params.length, rust.params.length];
    const difference: TypeDifference = {
      kind: 'parameter-count',
      targets: [],
      c: countWords(inC),
      rust: countWords(inRust),
    };
    add(difference, null, 'The parameter list');
  } else
    for (const [index, type] of c.params.entries()) {
      const name = rustSide.params[index]?.name ?? cSide.params?.[index]?.name ?? null;
      const words = name === null ? `Parameter ${index + 1}` : `\`${name}\``;
      const other = rust.params[index];
      if (other) add(compareTypes(type, other, flow), name, words);
    }
  const returned = compareReturns(c.returns, rust.returns, flow === 'to-c' ? 'to-rust' : 'to-c');
  add(returned, null, 'What is returned');
  return found;
}
