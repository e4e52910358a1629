import { addName } from './addName.ts';
import type { FactPlace, NamedFact } from './facts.ts';
import { registerName } from './registerName.ts';
import { closingBracket, lineAtOffset, valueOf, withoutComments, type DeviceSide } from './source.ts';

/** Offsets that a Rust device decodes: enums that stand for them, arms of a `match` over an address, and ranges of them. */
export async function rustRegisters(side: DeviceSide): Promise<readonly NamedFact[]> {
  const found = new Map<string, NamedFact>();
  await readEnums(side, found);
  for (const { file, lines } of side.sources) {
    const text = withoutComments(lines.join('\n'));
    const placeAt = (offset: number): FactPlace => ({
      path: file.path,
      line: lineAtOffset(text, offset),
    });
    for (const match of text.matchAll(/\bmatch\s+([^{;]*\b(?:addr|offset)\b[^{;]*)\{/g))
      await readArms(text, match.index + match[0].length - 1, match[1] ?? '', placeAt, side, found);
    for (const match of text.matchAll(RANGE)) {
      const [, low = '', inclusive, high = '', tested = ''] = match;
      if (!/\b(?:addr|offset|v)\b/.test(tested)) continue;
      const step = 2 ** shiftOf(tested);
      const [from, to] = await Promise.all([low, high].map(async (end) => Number(await valueOf(end, side))));
      if (from === undefined || to === undefined || Number.isNaN(from + to)) continue;
      // A test of the address itself tells spaces apart; one of its shifted form names registers.
      if (step === 1) continue;
      const end = inclusive === '=' ? to + 1 : to;
      const name = registerName(from * step, end * step - 1);
      addName(found, { ...placeAt(match.index), name, value: null });
    }
  }
  return [...found.values()];
}

/** `(0x3f8..0x400).contains(&(v >> 2))` */
const RANGE = /\(\s*(\w+)\s*\.\.(=?)\s*(\w+)\s*\)\s*\.contains\(\s*&\s*\(?([^()]*)\)?\s*\)/g;

function shiftOf(expression: string): number {
  return Number(/>>\s*(\d+)/.exec(expression)?.[1] ?? 0);
}

async function readEnums(side: DeviceSide, found: Map<string, NamedFact>): Promise<void> {
  for (const { file } of side.sources)
    for (const each of file.declarations) {
      if (
        each.kind !== 'enum' ||
        !/Reg|Offset/.test(each.name) ||
        !each.repr.some((word) => /^u(8|16|32|64)$/.test(word))
      )
        continue;
      for (const { name, value, line } of each.variants) {
        const offset = value === null ? name : await valueOf(value, side);
        const shown = /^\d+$/.test(offset) ? registerName(Number(offset)) : offset;
        addName(found, { path: file.path, line, name: shown, value: name });
      }
    }
}

/** Arms whose patterns are numbers or constants of the device's own files. */
async function readArms(
  text: string,
  open: number,
  head: string,
  placeAt: (offset: number) => FactPlace,
  side: DeviceSide,
  found: Map<string, NamedFact>,
): Promise<void> {
  const step = 2 ** shiftOf(head);
  const end = closingBracket(text, open) - 1;
  let from = open + 1;
  for (let at = open + 1; at < end; at++) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) {
      at = closingBracket(text, at) - 1;
      if (char === '{') from = at + 1;
    } else if (char === ',') from = at + 1;
    else if (text.startsWith('=>', at)) {
      for (const pattern of text.slice(from, at).split('|')) {
        const written = pattern.trim();
        if (!/^\d/.test(written) && !isOwnConstant(written, side)) continue;
        const value = await valueOf(written, side);
        if (/^\d+$/.test(value))
          addName(found, {
            ...placeAt(from + text.slice(from, at).indexOf(written)),
            name: registerName(Number(value) * step),
            value: written,
          });
      }
    }
  }
}

function isOwnConstant(name: string, side: DeviceSide): boolean {
  const bare = name.replace(/^.*::/, '');
  return side.sources.some(({ file }) =>
    file.declarations.some((each) => each.kind === 'constant' && each.name === bare),
  );
}
