import type { Disagreement, DisagreementKind } from '../disagreement.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import { codeOf } from '../rust/functionBody.ts';
import { ALLOCATORS, FREES, RETURNED } from './transferTable.ts';

/** Rust functions that take over what C returns, and those that only look at it or take a reference of their own. */
const TAKES = /(?:^|::)(?:from_glib_full|from_glib_container|from_foreign|into_native)$|^Owned::from_raw$/;
const LOOKS =
  /(?:^|::)(?:from_glib_none|from_glib_borrow|to_string_lossy|cloned_from_foreign)$|^(?:Owned::from|(?:\w+::)*CStr::from_ptr)$/;
const RUST_FROM_RAW = /(?:^|::)(Box|CString|Vec|Arc|Rc|String)::from_raw(?:_parts)?$/;

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
  const into = usesOf(call, file);
  const returned = RETURNED.get(call.name);
  const taker = into.find((name) => TAKES.test(name));
  const looker = taker === undefined ? into.find((name) => LOOKS.test(name)) : undefined;
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
  if (returned?.transfer === 'container' && taker?.endsWith('from_glib_full') === true)
    ask(
      'transfer',
      `\`${call.name}\` keeps the elements of what it returns, and \`${taker}\` frees them too. Who frees them then?`,
    );
  if (returned?.elements === true && (taker ?? '').endsWith('from_glib_container'))
    ask(
      'transfer',
      `\`${call.name}\` gives the elements away with their container, and \`${taker ?? ''}\` takes the container only. Who frees the elements?`,
    );
  const nodesOnly = into.find((name) => /(?:^|::)(?:g_list_free|g_slist_free|g_free)$/.test(name));
  if (returned?.elements === true && nodesOnly !== undefined)
    ask(
      'transfer',
      `\`${call.name}\` gives the elements away as well, and \`${nodesOnly}\` frees the container only. Is \`${returned.free ?? ''}\` meant?`,
    );
  const owner = into.map((name) => RUST_FROM_RAW.exec(name)?.[1]).find((name) => name !== undefined);
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

/** Functions that take the result of a call: at once, or through the variable that it is bound to. */
function usesOf({ use: { into, bound }, endLine, inFunction }: RustCall, file: RustFile): readonly string[] {
  if (into !== null) return [into];
  if (bound === null) return [];
  const names = new RegExp(`^${bound}(?:\\.cast(?:_mut|_const)?(?:::<[^>]*>)?\\(\\)|\\s+as\\s[^,]*)*$`);
  return file.calls
    .filter(
      (other) => other.inFunction === inFunction && other.line > endLine && names.test(other.args[0] ?? ''),
    )
    .map(({ path, name }) => (path === '' ? name : `${path.replace(/::<.*?>(?=::|$)/g, '')}::${name}`));
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
