import type { FunctionDeclaration } from '../declaration.ts';
import type { RustCall, RustFile, RustLiteral, SlotAssignment } from './rustFile.ts';

/** A place where the address of a function is handed out. */
export type Registration =
  | { readonly kind: 'argument'; readonly call: RustCall; readonly index: number }
  | { readonly kind: 'assignment'; readonly slot: SlotAssignment }
  | { readonly kind: 'member'; readonly literal: RustLiteral; readonly slot: string };

const MAX_STEPS = 4;

/**
 * Follows a function's name through a file: into variables, through parameters of local functions, to the calls, slots
 * and literals it ends in.
 */
export function registrationsOf(callback: FunctionDeclaration, file: RustFile): readonly Registration[] {
  const found: Registration[] = [];
  const names = new Set([callback.name]);
  for (let step = 0; step < MAX_STEPS; step++) {
    const before = names.size;
    found.length = 0;
    for (const name of [...names]) follow(name, file, names, found);
    if (names.size === before) break;
  }
  return found;
}

function follow(name: string, file: RustFile, names: Set<string>, found: Registration[]): void {
  const uses = new RegExp(`(?<![\\w.])${name}(?![\\w(])`);
  for (const call of file.calls) {
    if (/^(Some|Ok)$/.test(call.name)) continue;
    for (const [index, argument] of call.args.entries()) {
      if (!uses.test(argument) || argument.length > 400) continue;
      const local = file.declarations.find(
        (each): each is FunctionDeclaration =>
          each.kind === 'function' && each.role === 'plain' && each.name === call.name,
      );
      const parameter = local?.params[index]?.name;
      if (parameter !== undefined && parameter !== null) names.add(parameter);
      else found.push({ kind: 'argument', call, index });
    }
  }
  for (const slot of file.slots) if (uses.test(slot.value)) found.push({ kind: 'assignment', slot });
  for (const literal of file.literals)
    for (const { name: slot, value } of literal.slots)
      if (uses.test(value) && value.length < 400) found.push({ kind: 'member', literal, slot });
  for (const variable of variablesWith(uses, file)) names.add(variable);
}

/** Variables whose value names the function: the nearest `let` at or above the use whose statement is still open. */
function variablesWith(uses: RegExp, file: RustFile): readonly string[] {
  const variables: string[] = [];
  for (const [line, text] of file.lines) {
    if (!uses.test(text) || /\bfn\s/.test(text)) continue;
    const own = /\b(?:let|const|static)\s+(?:mut\s+)?(\w+)\s*(?::[^=]*)?=/.exec(text)?.[1];
    if (own !== undefined) {
      variables.push(own);
      continue;
    }
    const indent = indentOf(text);
    for (let at = line - 1; at > line - 30; at--) {
      const above = file.lines.get(at);
      if (above === undefined) break;
      const match = /^(\s*)let\s+(?:mut\s+)?(\w+)\s*(?::.*)?=\s*(?:if\b.*\{|unsafe \{|match\b.*\{)?\s*$/.exec(
        above,
      );
      if (match?.[2] !== undefined && (match[1] ?? '').length < indent) {
        variables.push(match[2]);
        break;
      }
      // A line that is not deeper ends what the use stands in.
      if (
        above.trim() !== '' &&
        indentOf(above) < indent &&
        /[;}]\s*$/.test(above) &&
        !/^\s*\}\s*else/.test(above)
      )
        break;
    }
  }
  return variables;
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}
