import type { Declaration } from '../declaration.ts';

/** Whether an item can be named from outside of its module. */
export function isReachable(declaration: Declaration): boolean {
  if (declaration.kind === 'function' && declaration.trait !== null) return true;
  return /^(\s*(#\[[^\n]*\]|\/\/.*)\s*\n)*\s*(pub\b|#\[macro_export)/.test(declaration.text);
}
