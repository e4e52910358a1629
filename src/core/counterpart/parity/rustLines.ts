import { clockOf } from './clockOf.ts';
import type { NamedFact } from './facts.ts';
import {
  callsIn,
  lineAtOffset,
  stringOf,
  valueOf,
  withoutComments,
  type DeviceSide,
  type TextCall,
} from './source.ts';

const CALLS = '(?:sysbus_)?init_irq|(?:qdev_)?init_gpio_(?:in|out)|(?:qdev_)?init_clock_(?:in|out)';

/** Interrupt lines, GPIO and clocks of a Rust device in their order; older code calls the C functions itself. */
export async function rustLines(side: DeviceSide): Promise<readonly NamedFact[]> {
  const found: NamedFact[] = [];
  for (const { file, lines } of side.sources) {
    const text = withoutComments(lines.join('\n'));
    for (const call of callsIn(text, CALLS)) {
      const { name, index } = call;
      const isC = /^(?:sysbus|qdev)_/.test(name);
      // A declaration or an import is no call.
      if (!isC && !/[.:]/.test(text[index - 1] ?? '')) continue;
      const args = isC ? call.args.slice(1) : call.args;
      const plain = name.replace(/^(?:sysbus|qdev)_init_|^init_/, '').replace('_', ' ');
      const value = await valueOfLine(plain, { ...call, args }, text, side);
      found.push({ path: file.path, line: lineAtOffset(text, index), name: plain, value });
    }
  }
  return found;
}

async function valueOfLine(
  kind: string,
  { args, index }: TextCall,
  text: string,
  side: DeviceSide,
): Promise<string | null> {
  const [first = '', second] = args;
  if (kind === 'irq') return irqCount(text, index, first, side);
  if (kind === 'gpio in') return valueOf(second !== undefined && /^\d/.test(second) ? second : first, side);
  if (kind === 'gpio out') return outCount(args, side);
  const label =
    args.find((arg) => /^c?"/.test(arg)) ?? args.find((arg) => /\b[A-Z][A-Z0-9_]+\b/.test(arg)) ?? '';
  return clockOf(await stringOf(label.replace(/\.as_ptr\(\)$/, ''), side), args.at(-1));
}

/** A line that is one of an array is initialised in a loop over it. */
async function irqCount(text: string, index: number, line: string, side: DeviceSide): Promise<string | null> {
  const before = text.slice(Math.max(0, index - 200), index);
  const loop = /\bfor\s+(\w+)\s+in\s+[^{]*\bself\.(\w+)[^{]*\{[^{}]*$/.exec(before);
  const [, variable, array] = loop ?? [];
  if (variable === undefined || array === undefined) return '1';
  return new RegExp(`\\b${variable}\\b`).test(line) ? arrayLength(array, side) : '1';
}

async function outCount(args: readonly string[], side: DeviceSide): Promise<string | null> {
  const [argument = '', count] = args;
  if (count !== undefined) return valueOf(count, side);
  if (/\bfrom_ref\s*\(/.test(argument)) return '1';
  const field = /^&\s*self\.(\w+)$/.exec(argument.trim())?.[1];
  return field === undefined ? null : arrayLength(field, side);
}

async function arrayLength(field: string, side: DeviceSide): Promise<string | null> {
  for (const { file } of side.sources)
    for (const each of file.declarations) {
      if (each.kind !== 'record') continue;
      const type = each.fields.find(({ name }) => name === field)?.type;
      if (type?.kind !== 'array' || type.length === null) continue;
      const counted = /^(\w+)\.len\(\)$/.exec(type.length)?.[1];
      return counted === undefined ? valueOf(type.length, side) : constantLength(counted, side);
    }
  return null;
}

/** Length of a constant array, from its type. */
async function constantLength(name: string, side: DeviceSide): Promise<string | null> {
  for (const { file } of side.sources)
    for (const each of file.declarations)
      if (
        each.kind === 'constant' &&
        each.name === name &&
        each.type?.kind === 'array' &&
        each.type.length !== null
      )
        return valueOf(each.type.length, side);
  return null;
}
