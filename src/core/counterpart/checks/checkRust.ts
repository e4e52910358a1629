import type { Disagreement } from '../disagreement.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { innermost } from '../pair/findUse.ts';
import type { RustPlace } from '../pair/pairRust.ts';
import { foreignCalls } from '../rust/foreignCalls.ts';
import { rustTables } from '../rust/rustTables.ts';
import { checkErrorIn, checkErrorOut } from './errors.ts';
import { checkLifetime } from './lifetime.ts';
import { checkRoundTrip } from './opaque.ts';
import { checkPanic } from './panics.ts';
import { reportSlots, type SlotReport } from './slots.ts';
import { checkTransfer } from './transfers.ts';

const ERROR_PATTERNS = new Set(['errp-out', 'errp-in', 'gerror-bridge', 'errno-return']);
const HANDLE_PATTERNS = new Set([
  'opaque-user-data',
  'ownership-transfer',
  'callback-deregistration',
  'extern-c-trampoline',
]);
const OWNERSHIP_PATTERNS = new Set([
  'ownership-transfer',
  'allocator-mismatch',
  'refcounted-object',
  'c-string-ownership',
  'cstr-borrow',
  'gerror-bridge',
  'glib-array',
  'glib-list-hash',
]);
const TABLE_PATTERNS = new Set([
  'ops-struct-static',
  'optional-vtable-slot',
  'partial-init',
  'class-init-vtable',
]);
/** Projects whose panics abort by their build, as their documentation says. */
const ABORTING = new Set(['qemu', 'linux']);

/**
 * Questions that need no twin: the round trip of a `void *`, errors, ownership, panics, tables. Each is asked at the
 * annotations whose pattern is about it.
 */
export async function checkRust(place: RustPlace, profile: string): Promise<SlotReport> {
  const { annotation, file, scope } = place;
  const { pattern } = annotation;
  if (file.testLines.some(([first, last]) => annotation.line >= first && annotation.line <= last))
    return { slots: [], disagreements: [] };
  const disagreements: Disagreement[] = [];
  const functions = file.declarations.filter((each): each is FunctionDeclaration => each.kind === 'function');
  const around = innermost(functions, annotation.line);
  const calledByC = around && (around.role === 'callback' || around.role === 'exported') ? around : null;
  if (calledByC) {
    if (pattern === 'errp-out' || pattern === 'gerror-bridge')
      disagreements.push(...checkErrorOut(calledByC, file));
    if (pattern === 'opaque-user-data' || pattern === 'mut-ref-from-c')
      disagreements.push(...checkRoundTrip(calledByC, file));
    if (pattern === 'panic-across-ffi' && !ABORTING.has(profile))
      disagreements.push(...(await checkPanic(calledByC, file, scope)));
  }
  const onLines = file.calls.filter(
    ({ line, endLine }) => line <= annotation.endLine && endLine >= annotation.line,
  );
  if (
    onLines.length > 0 &&
    [ERROR_PATTERNS, HANDLE_PATTERNS, OWNERSHIP_PATTERNS].some((set) => set.has(pattern))
  )
    for (const call of await foreignCalls(onLines, file, scope)) {
      if (ERROR_PATTERNS.has(pattern)) disagreements.push(...(await checkErrorIn(call, file, scope)));
      if (HANDLE_PATTERNS.has(pattern)) disagreements.push(...(await checkLifetime(call, file, scope)));
      if (OWNERSHIP_PATTERNS.has(pattern)) disagreements.push(...checkTransfer(call, file));
    }
  const table = TABLE_PATTERNS.has(pattern) ? innermost(rustTables(file), annotation.line) : null;
  const report = table ? await reportSlots(table, file, scope) : null;
  return { slots: report?.slots ?? [], disagreements: [...disagreements, ...(report?.disagreements ?? [])] };
}
