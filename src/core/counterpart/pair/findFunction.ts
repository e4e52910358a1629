import { compareFunctions } from '../compare/compareFunctions.ts';
import { counterpartOf, notFound, type Finding } from '../counterpart.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import type { Disagreement } from '../disagreement.ts';
import type { RustCall } from '../rust/rustFile.ts';
import type { Scope } from '../scope.ts';
import { bestOf, ofKind } from './bestOf.ts';

/** The C side of a symbol: its prototype or definition, a macro or a variable of that name. */
export async function findSymbol(symbol: string, scope: Scope): Promise<Finding> {
  const found = ofKind(await scope.find('c', symbol), 'function', 'macro', 'variable', 'constant', 'enum');
  const { best, ambiguous } = bestOf(found);
  if (best.length === 0) return notFound(symbol);
  const counterparts = best.map(({ declaration, foundIn }) => {
    const own = counterpartOf(declaration, { rule: 'same-symbol', foundIn, confidence: 'certain' }, symbol);
    return { ...own, doc: own.doc ?? docOf(found, declaration) };
  });
  return { sought: symbol, status: ambiguous ? 'ambiguous' : 'found', counterparts, disagreements: [] };
}

/** Headers often leave the comment to the definition. */
function docOf(found: Awaited<ReturnType<Scope['find']>>, of: { readonly name: string }): string | null {
  return (
    found.find(({ declaration }) => declaration.name === of.name && declaration.doc !== null)?.declaration
      .doc ?? null
  );
}

/** The C side of a Rust function that C knows by name, with what the two do not agree on. */
export async function findForeign(rust: FunctionDeclaration, scope: Scope): Promise<Finding> {
  const finding = await findSymbol(rust.symbol, scope);
  if (finding.status !== 'found') return finding;
  const functions = ofKind(await scope.find('c', rust.symbol), 'function');
  const [c] = bestOf(functions).best;
  if (!c) return finding;
  return { ...finding, disagreements: await compareFunctions(c.declaration, rust, scope) };
}

/** The C function that a call reaches. */
export async function findCallee(call: RustCall, scope: Scope, path: string, text: string): Promise<Finding> {
  const finding = await findSymbol(call.name, scope);
  if (finding.status !== 'found') return finding;
  const [c] = bestOf(ofKind(await scope.find('c', call.name), 'function')).best;
  if (!c) return finding;
  const { declaration } = c;
  return { ...finding, disagreements: argumentCount(call, declaration, path, text) };
}

function argumentCount(
  call: RustCall,
  c: FunctionDeclaration,
  path: string,
  text: string,
): readonly Disagreement[] {
  const [wanted, given] = [c.params.length, call.args.length];
  const unspecified = c.variadic && wanted === 0;
  if (unspecified || given === wanted || (c.variadic && given > wanted)) return [];
  return [
    {
      kind: 'parameter-count',
      subject: call.name,
      question: `\`${call.name}\` takes ${wanted} arguments in C, and ${given} are passed here. Which side is behind?`,
      targets: [],
      c: { path: c.path, line: c.line, text: c.text },
      rust: { path, line: call.line, text },
    },
  ];
}
