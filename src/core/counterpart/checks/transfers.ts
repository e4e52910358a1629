import type { Disagreement, DisagreementKind } from '../disagreement.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import { codeOf } from '../rust/functionBody.ts';
import { ALLOCATORS, FREES, RETURNED } from './transferTable.ts';

/** Rust functions that take over what C returns, and those that only look at it or take a reference of their own. */
const TAKES =
  /\b(from_glib_full|from_glib_container|Owned(?:::<\w+>)?::from_raw|from_foreign|into_native)\s*\(\s*$/;
const LOOKS =
  /\b(from_glib_none|from_glib_borrow|Owned(?:::<\w+>)?::from|CStr::from_ptr|to_string_lossy|cloned_from_foreign)\s*\(\s*$/;
const RUST_FROM_RAW = /\b(Box|CString|Vec|Arc|Rc|String)(?:::<\w+>)?::from_raw(?:_parts)?\s*\(\s*$/;

/** What is wrapped around a C call against what C says about the ownership of its result and its arguments. */
export function checkTransfer(call: RustCall, file: RustFile): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const ask = (kind: DisagreementKind, question: string): void => {
    const text = (file.lines.get(call.line) ?? '').trim();
    found.push({
      kind,
      subject: call.name,
      question,
      targets: [],
      c: null,
      rust: { path: file.path, line: call.line, text },
    });
  };
  const before = textBefore(call, file);
  const returned = RETURNED.get(call.name);
  const taker = TAKES.exec(before)?.[1];
  const looker = LOOKS.exec(before)?.[1];
  if (returned?.transfer === 'none' && taker !== undefined)
    ask(
      'transfer',
      `\`${call.name}\` keeps what it returns, and \`${taker}\` takes it over. Who frees it in the end?`,
    );
  if (
    returned &&
    returned.transfer !== 'none' &&
    looker !== undefined &&
    !isFreedLater(call, file, returned.free ?? '')
  )
    ask(
      'transfer',
      `\`${call.name}\` gives its result away, and \`${looker}\` does not take it over. Who calls \`${returned.free ?? ''}\`?`,
    );
  const owner = RUST_FROM_RAW.exec(before)?.[1];
  const family = ALLOCATORS.find(({ allocate }) => allocate.test(call.name));
  if (owner !== undefined && (family ?? returned?.transfer === 'full'))
    ask(
      'allocator',
      `\`${owner}::from_raw\` frees with Rust's allocator what \`${call.name}\` allocated. Is \`${family?.free ?? returned?.free ?? ''}\` meant?`,
    );
  const [freed = ''] = call.args;
  const made = /\b(Box|CString|Vec|Arc|Rc)::(?:into_raw|leak)\b|\b(CString)::new\b[\s\S]*\.into_raw\(\)/.exec(
    freed,
  );
  if (FREES.has(call.name) && made)
    ask(
      'allocator',
      `\`${call.name}\` is given memory of \`${made[1] ?? made[2] ?? ''}\`. Are both allocators the same?`,
    );
  return found;
}

/** Code of the statement before a call, its path left out. */
function textBefore(call: RustCall, file: RustFile): string {
  const lines: string[] = [];
  for (let line = call.line - 4; line <= call.line; line++) lines.push(codeOf(file.lines.get(line) ?? ''));
  const text = lines.join('\n');
  const at = text.lastIndexOf(call.name);
  return text
    .slice(0, at)
    .replace(/(?:\w+::)+$/, '')
    .replace(/\bunsafe\s*\{\s*$/, '')
    .replace(/[\s\S]*[;]/, '');
}

function isFreedLater(call: RustCall, file: RustFile, free: string): boolean {
  const around = file.declarations.find(
    (each) =>
      each.kind === 'function' &&
      each.name === call.inFunction &&
      each.line <= call.line &&
      call.line <= each.endLine,
  );
  const last = around?.endLine ?? call.endLine + 40;
  for (let line = call.line; line <= last; line++)
    if (new RegExp(`\\b(${free}|g_free|free|unref)\\b`).test(codeOf(file.lines.get(line) ?? ''))) return true;
  return false;
}
