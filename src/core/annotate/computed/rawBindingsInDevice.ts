import type { Node } from '../../syntax/engine.ts';
import { ancestors } from '../facets/ancestors.ts';
import { changedLines } from './changedLines.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isTestItem } from '../facets/testItem.ts';

const USES = `[
  (use_declaration argument: (_) @path)
  (call_expression function: (scoped_identifier) @path)
  (call_expression arguments: (arguments (scoped_identifier) @path))
  (let_declaration value: (scoped_identifier) @path)
  (assignment_expression right: (scoped_identifier) @path)
  (binary_expression (scoped_identifier) @path)
  (block (scoped_identifier) @path .)
] @use`;

/** A module of generated declarations, somewhere in a path. */
const RAW = /(^|::)\s*(bindings|ffi|sys|[a-z]\w*_sys)\s*(::|$)/;
const MODULE = /^(bindings|ffi|sys|[a-z]\w*_sys)$/;
/** Modules of that name that declare nothing of C. */
const LIBRARY = /^(::)?(core|std|alloc)\b|^(::)?kernel::(\{[^{}]*\b)?ffi\b/;

/** What does the same safely, for functions of C that devices and drivers like to call. */
const SAFE: Readonly<Record<string, string>> = {
  timer_mod: 'Timer::modify',
  timer_mod_ns: 'Timer::modify',
  timer_del: 'Timer::delete',
  timer_init_full: 'Timer::init_full',
  qemu_set_irq: 'InterruptSource::set',
  qemu_irq_raise: 'InterruptSource::raise',
  qemu_irq_lower: 'InterruptSource::lower',
  memory_region_init_io: 'MemoryRegion::init_io',
  sysbus_init_mmio: 'init_mmio',
  sysbus_init_irq: 'init_irq',
  qdev_init_gpio_in: 'init_gpio_in',
  qdev_init_gpio_out: 'init_gpio_out',
  qdev_init_clock_in: 'init_clock_in',
  qdev_new: 'new',
  qemu_chr_fe_write_all: 'CharFrontend::write_all',
  qemu_chr_fe_accept_input: 'CharFrontend::accept_input',
  qemu_clock_get_ns: 'Clock::get_ns of the timer crate',
  put_device: 'ARef<Device>',
  get_device: 'ARef<Device>',
  kmalloc: 'KBox::new',
  kfree: 'KBox::drop',
  mutex_lock: 'Mutex::lock',
  mutex_unlock: 'the guard of Mutex::lock',
  spin_lock: 'SpinLock::lock',
  msleep: 'fsleep',
};

/** Uses of generated declarations in devices and drivers: imports, calls, constants and variables. */
export function* rawBindingsInDevice({
  layer,
  generated,
  new: side,
  old,
}: DetectorContext): Iterable<Detection> {
  if (layer !== 'device' || generated) return;
  const removed = [...changedLines(old)].map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
  for (const found of side.find(USES)) {
    const path = found.get('path');
    if (ancestors(path).some(isTestItem)) continue;
    const imported = found.get('use').type === 'use_declaration' ? importedBindings(path) : undefined;
    if (imported && wasImported(imported, removed)) continue;
    const node = imported ?? path;
    const question = imported ? importQuestion(imported) : useQuestion(path);
    if (question !== undefined)
      yield detectionAt(node, found.fragment, { question, symbol: lastName(node.text) });
  }
}

/** The same entry stood on a line that is replaced: only what is imported beside it changed. */
function wasImported(entry: Node, removed: string): boolean {
  const name = entry.text.replace(/\s+/g, ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\w:])${name}([^\\w:]|$)`).test(removed);
}

/** The entry of an import that names the bindings; undefined if there is none. */
function importedBindings(path: Node): Node | undefined {
  return LIBRARY.test(path.text) ? undefined : namesBindings(path);
}

function namesBindings(node: Node): Node | undefined {
  if (node.type === 'use_list') return first(node.namedChildren, namesBindings);
  if (node.type === 'scoped_use_list') {
    const list = node.childForFieldName('list');
    const path = node.childForFieldName('path')?.text ?? '';
    if (RAW.test(path)) return node;
    return list ? namesBindings(list) : undefined;
  }
  if (node.type === 'identifier') return MODULE.test(node.text) ? node : undefined;
  return RAW.test(node.text.replace(/(::\*| as \w+)$/, '')) ? node : undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function importQuestion(entry: Node): string {
  if (entry.text.includes('*'))
    return 'Which of all these names are used, and why is none of them behind a safe interface?';
  return 'Which safe interface is missing, so that this import is needed?';
}

function useQuestion(path: Node): string | undefined {
  if (!RAW.test(path.text) || LIBRARY.test(path.text)) return undefined;
  const name = lastName(path.text);
  const safe = SAFE[name];
  return safe === undefined
    ? `Which safe interface is missing for ${name}?`
    : `Would ${safe} do instead of ${name}?`;
}

/** What of C a path names, `clk` also in `bindings::clk::default`. */
function lastName(path: string): string {
  return (
    (/\b(?:bindings|ffi|sys|\w+_sys)::([a-z]\w*)::\w+$/.exec(path) ?? /(\w+)\W*$/.exec(path))?.[1] ?? path
  );
}
