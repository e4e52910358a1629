import { addName } from './addName.ts';
import { tablesOf } from './cTables.ts';
import type { FactPlace, NamedFact } from './facts.ts';
import { registerName } from './registerName.ts';
import { functionNamed, lineAtOffset, valueOf, type DeviceSide } from './source.ts';

/** Offsets of the `case` labels of the functions that read and write registers, shifted as the `switch` does. */
export async function cRegisters(side: DeviceSide): Promise<readonly NamedFact[]> {
  const offsets = new Map<string, NamedFact>();
  for (const { table } of tablesOf(side, 'MemoryRegionOps'))
    for (const access of ['read', 'write', 'read_with_attrs', 'write_with_attrs']) {
      const name = table.slots.find((slot) => slot.name === access)?.value;
      const handler = name === undefined ? null : functionNamed(side, name);
      if (!handler) continue;
      for (const body of [handler, ...calledBy(handler.body, side)]) await readCases(body, side, offsets);
    }
  return [...offsets.values()];
}

/** Functions of the same files that a body calls: handlers pass on to one for reading and one for writing. */
function calledBy(body: string, side: DeviceSide): readonly NonNullable<ReturnType<typeof functionNamed>>[] {
  const names = new Set(
    [...body.matchAll(/\b(\w+)\s*\(\s*s\s*,\s*(?:offset|addr)\b/g)].map((match) => match[1] ?? ''),
  );
  return [...names].flatMap((name) => functionNamed(side, name) ?? []);
}

async function readCases(
  { body, source, declaration }: NonNullable<ReturnType<typeof functionNamed>>,
  side: DeviceSide,
  offsets: Map<string, NamedFact>,
): Promise<void> {
  for (const head of body.matchAll(/\bswitch\s*\(([^{]*)\)\s*\{/g)) {
    const shift = /(?:offset|addr)\s*>>\s*(\d+)/.exec(head[1] ?? '')?.[1];
    if (!/\b(?:offset|addr)\b/.test(head[1] ?? '')) continue;
    for (const label of topLevelCases(body, head.index + head[0].length)) {
      const place: FactPlace = {
        path: source.file.path,
        line: lineAtOffset(body, label.index, declaration.body?.line ?? 1),
      };
      const step = 2 ** Number(shift ?? 0);
      const [low, high] = await Promise.all(
        label.text.split('...').map(async (end) => {
          const value = await valueOf(end, side);
          return /^\d+$/.test(value) ? Number(value) * step : null;
        }),
      );
      const isKnown = typeof low === 'number' && high !== null;
      const name = !isKnown ? label.text : registerName(low, high === undefined ? low : high + step - 1);
      addName(offsets, { ...place, name, value: isKnown && high === undefined ? label.text : null });
    }
  }
}

/** `case` labels of one `switch`, those of inner ones left out. */
function topLevelCases(
  body: string,
  from: number,
): readonly { readonly text: string; readonly index: number }[] {
  const labels: { text: string; index: number }[] = [];
  let depth = 1;
  for (let at = from; at < body.length && depth > 0; at++) {
    const char = body[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (depth === 1 && /\bcase\s/y.test(body.slice(at, at + 5)) && !/\w/.test(body[at - 1] ?? '')) {
      const end = body.indexOf(':', at);
      labels.push({ text: body.slice(at + 4, end).trim(), index: at });
      at = end;
    }
  }
  return labels;
}
