import { compareStreams } from './compareStreams.ts';
import type { DeviceFacts, NamedFact, PropertyFact, RegionFact, ResetFact, TypeFact } from './facts.ts';
import {
  inOrder,
  type ParityCell,
  type ParityRow,
  type ParityVerdict,
  type ParityWeight,
} from './parityTable.ts';
import { plainType } from './plainType.ts';
import { isKnownRegister } from './registerName.ts';
import { cell, compareValues, matched, matchedByName, rowOf } from './rows.ts';

/** The table of a C device and its Rust port, what breaks first. */
export function compareDevices(c: DeviceFacts, rust: DeviceFacts): readonly ParityRow[] {
  return inOrder([
    ...compareStreams(c.streams, rust.streams),
    ...compareTypes(c.types, rust.types),
    ...compareProperties(c.properties, rust.properties),
    ...compareRegions(c.regions, rust.regions),
    ...compareRegisters(c.registers, rust.registers),
    ...compareResets(c.resets, rust.resets),
    ...compareLines(c.lines, rust.lines),
    ...compareTraces(c.traces, rust.traces),
    ...compareLogs(c.logs, rust.logs),
  ]);
}

function compareTypes(c: readonly TypeFact[], rust: readonly TypeFact[]): readonly ParityRow[] {
  const shown = (type: TypeFact | undefined): ParityCell | undefined =>
    type && cell(type, `${type.name === null ? type.written : `"${type.name}"`}, parent ${parentText(type)}`);
  const named = (types: readonly TypeFact[]) => types.map((type) => ({ ...type, named: type.name !== null }));
  const nameOf = ({ name, written }: TypeFact): string => name ?? written;
  return matchedByName(named(c), named(rust), nameOf, ({ written }) => plainType(written)).map(
    ([left, right]) => {
      const item = `type ${(left ?? right)?.name ?? right?.name ?? left?.written ?? ''}`;
      const verdicts = left && right ? [nameVerdict(left, right), parentVerdict(left, right)] : [];
      return rowOf('type', item, shown(left), shown(right), worst(verdicts), 'break');
    },
  );
}

function parentText({ parent, parentNamed }: TypeFact): string {
  return parent === null ? 'none' : parentNamed ? `"${parent}"` : parent;
}

function nameVerdict(c: { readonly named: boolean }, rust: { readonly named: boolean }): ParityVerdict {
  return c.named && rust.named ? 'same' : 'not-resolvable';
}

/** Names of types in both languages can be told to be the same, but only strings to differ. */
function parentVerdict(c: TypeFact, rust: TypeFact): ParityVerdict {
  const [left, right] = [c, rust].map(({ parent }) =>
    plainType((parent ?? '').replaceAll('-', '')).replace(/STATE$/, ''),
  );
  return left === right ? 'same' : c.parentNamed && rust.parentNamed ? 'differs' : 'not-resolvable';
}

function compareProperties(c: readonly PropertyFact[], rust: readonly PropertyFact[]): readonly ParityRow[] {
  const shown = (property: PropertyFact | undefined): ParityCell | undefined => {
    if (!property) return undefined;
    const bit = property.bit === null ? '' : ` ${property.bit}`;
    return cell(
      property,
      `${property.type ?? '?'}${bit}${property.default === null ? '' : ` = ${property.default}`}`,
    );
  };
  const plain = ({ name }: PropertyFact): string => plainType(name.replaceAll('-', ''));
  return matchedByName(c, rust, ({ name }) => name, plain).map(([left, right]) => {
    const item = `property ${(left?.named === false ? right : left)?.name ?? right?.name ?? left?.name ?? ''}`;
    if (!left || !right) return rowOf('property', item, shown(left), shown(right), 'differs', 'break');
    const verdicts = [
      nameVerdict(left, right),
      compareValues(left.bit, right.bit),
      compareValues(left.default, right.default),
    ];
    const typeVerdict =
      left.type === right.type
        ? 'same'
        : left.type === null || right.type === null
          ? 'not-resolvable'
          : 'differs';
    const breaks = verdicts.includes('differs');
    const verdict = worst([...verdicts, typeVerdict]);
    return rowOf('property', item, shown(left), shown(right), verdict, breaks ? 'break' : 'check');
  });
}

function worst(verdicts: readonly ParityVerdict[]): ParityVerdict {
  return verdicts.includes('differs')
    ? 'differs'
    : verdicts.includes('not-resolvable')
      ? 'not-resolvable'
      : 'same';
}

/** Regions in their order; each of their facts is a row. */
function compareRegions(c: readonly RegionFact[], rust: readonly RegionFact[]): readonly ParityRow[] {
  const rows: ParityRow[] = [];
  for (let at = 0; at < Math.max(c.length, rust.length); at++) {
    const [left, right] = [c[at], rust[at]];
    const name = left?.name ?? right?.name ?? String(at);
    const facts: readonly (readonly [string, (region: RegionFact) => string | null, ParityWeight])[] = [
      ['size', ({ size }) => size, 'break'],
      ['endianness', ({ endianness }) => endianness ?? 'native', 'break'],
      ['valid access sizes', ({ valid }) => valid, 'check'],
      ['implemented access sizes', ({ impl }) => impl, 'check'],
      ['unaligned access', ({ unaligned }) => String(unaligned), 'check'],
    ];
    for (const [label, of, weight] of facts) {
      const shown = (region: RegionFact | undefined): ParityCell | undefined =>
        region && cell(region, of(region) ?? 'default');
      const verdict = left && right ? compareValues(of(left), of(right)) : 'differs';
      rows.push(rowOf('region', `region ${name} ${label}`, shown(left), shown(right), verdict, weight));
    }
  }
  return rows;
}

function compareRegisters(c: readonly NamedFact[], rust: readonly NamedFact[]): readonly ParityRow[] {
  const isWhole = [...c, ...rust].every(isKnownRegister);
  // Ranges are paired by where they begin.
  return matched(c, rust, ({ name }) => name.replace(/-.*/, '')).map(([left, right]) => {
    const item = `register ${(left ?? right)?.name ?? ''}`;
    const verdict = left?.name === right?.name ? 'same' : 'differs';
    const row = rowOf('register', item, namedCell(left), namedCell(right), verdict, left ? 'check' : 'note');
    // While an offset is not known, what seems to be missing may be it.
    return isWhole || row.verdict === 'same' ? row : { ...row, verdict: 'not-resolvable' };
  });
}

function namedCell(fact: NamedFact | undefined): ParityCell | undefined {
  return fact && cell(fact, fact.value === null ? fact.name : `${fact.name} ${fact.value}`);
}

function compareResets(c: readonly ResetFact[], rust: readonly ResetFact[]): readonly ParityRow[] {
  const isInC = (each: string | null): boolean => c.some(({ name }) => name === each);
  const underCName = rust.map((fact) => {
    const { name, alias } = fact;
    return { ...fact, name: !isInC(name) && alias !== null && isInC(alias) ? alias : name };
  });
  const shown = (fact: ResetFact | undefined): ParityCell | undefined =>
    fact && cell(fact, fact.assigned === null ? fact.name : `${fact.name} = ${fact.assigned}`);
  return matched(c, underCName, ({ name }) => name).map(([left, right]) => {
    const item = `reset ${(left ?? right)?.name ?? ''}`;
    const isNumber = (fact: ResetFact | undefined): boolean => /^-?\d+$/.test(fact?.assigned ?? '');
    const differs = isNumber(left) && isNumber(right) && left?.assigned !== right?.assigned;
    const verdict = differs ? 'differs' : 'same';
    return rowOf('reset', item, shown(left), shown(right), verdict, left ? 'check' : 'note');
  });
}

function compareTraces(c: readonly NamedFact[], rust: readonly NamedFact[]): readonly ParityRow[] {
  return matched(c, rust, ({ name }) => name).map(([left, right]) =>
    rowOf('trace', `trace ${(left ?? right)?.name ?? ''}`, namedCell(left), namedCell(right), 'same', 'note'),
  );
}

/** Lines of each kind in their order: the number of a line is its place. */
function compareLines(c: readonly NamedFact[], rust: readonly NamedFact[]): readonly ParityRow[] {
  const kinds = new Set([...c, ...rust].map(({ name }) => name));
  return [...kinds].flatMap((kind) => {
    const [ofC, ofRust] = [c, rust].map((all) => all.filter(({ name }) => name === kind));
    const rows: ParityRow[] = [];
    for (let at = 0; at < Math.max(ofC?.length ?? 0, ofRust?.length ?? 0); at++) {
      const [mine, other] = [ofC?.[at], ofRust?.[at]];
      const shown = (fact: NamedFact | undefined): ParityCell | undefined =>
        fact && cell(fact, fact.value ?? '?');
      const [left, right] = [mine?.value ?? null, other?.value ?? null];
      const isKnown = left !== null && right !== null;
      const verdict = !isKnown
        ? 'not-resolvable'
        : kind.startsWith('clock') && left !== right
          ? 'differs'
          : compareValues(left, right);
      rows.push(rowOf('line', `${kind} ${at}`, shown(mine), shown(other), verdict, 'check'));
    }
    return rows;
  });
}

function compareLogs(c: readonly NamedFact[], rust: readonly NamedFact[]): readonly ParityRow[] {
  const shown = (fact: NamedFact | undefined): ParityCell | undefined =>
    fact && cell(fact, `${fact.value ?? '0'} times`);
  return matched(c, rust, ({ name }) => name).map(([left, right]) =>
    // How often is style; that the kind occurs is not.
    rowOf(
      'log',
      `log ${(left ?? right)?.name ?? ''}`,
      shown(left),
      shown(right),
      'same',
      left ? 'check' : 'note',
    ),
  );
}
