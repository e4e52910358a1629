import { compareStreams } from './compareStreams.ts';
import type { DeviceFacts, NamedFact, PropertyFact, RegionFact, TypeFact } from './facts.ts';
import {
  inOrder,
  type ParityCell,
  type ParityGroup,
  type ParityRow,
  type ParityVerdict,
  type ParityWeight,
} from './parityTable.ts';
import { plainType } from './plainType.ts';
import { cell, compareValues, matched, rowOf } from './rows.ts';

/** The table of a C device and its Rust port, what breaks first. */
export function compareDevices(c: DeviceFacts, rust: DeviceFacts): readonly ParityRow[] {
  return inOrder([
    ...compareStreams(c.streams, rust.streams),
    ...compareTypes(c.types, rust.types),
    ...compareProperties(c.properties, rust.properties),
    ...compareRegions(c.regions, rust.regions),
    ...compareSets('register', c.registers, rust.registers, 'check'),
    ...compareSets(
      'reset',
      c.resets,
      rust.resets.map((fact) => underCName(fact, c.resets)),
      'check',
    ),
    ...compareLines(c.lines, rust.lines),
    ...compareSets('trace', c.traces, rust.traces, 'note'),
    ...compareLogs(c.logs, rust.logs),
  ]);
}

function compareTypes(c: readonly TypeFact[], rust: readonly TypeFact[]): readonly ParityRow[] {
  const shown = (type: TypeFact | undefined): ParityCell | undefined =>
    type && cell(type, `"${type.name ?? type.written}", parent ${type.parent ?? 'none'}`);
  return matched(c, rust, ({ name, written }) => name ?? plainType(written)).map(([left, right]) => {
    const parents = [left, right].map((type) => plainType(type?.parent ?? '').replaceAll('-', ''));
    const verdict: ParityVerdict = parents[0] === parents[1] ? 'same' : 'differs';
    const item = `type ${(left ?? right)?.name ?? (left ?? right)?.written ?? ''}`;
    return rowOf('type', item, shown(left), shown(right), verdict, 'break');
  });
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
  return matched(c, rust, ({ name }) => name).map(([left, right]) => {
    const item = `property ${(left ?? right)?.name ?? ''}`;
    if (!left || !right) return rowOf('property', item, shown(left), shown(right), 'differs', 'break');
    const verdicts = [compareValues(left.bit, right.bit), compareValues(left.default, right.default)];
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

/** A Rust field under the name that C has for it: its own or its alias. */
function underCName(fact: NamedFact, c: readonly NamedFact[]): NamedFact {
  const { name, value: alias } = fact;
  const isInC = (each: string | null): boolean => c.some((other) => other.name === each);
  return { ...fact, name: !isInC(name) && alias !== null && isInC(alias) ? alias : name, value: null };
}

function compareSets(
  group: ParityGroup,
  c: readonly NamedFact[],
  rust: readonly NamedFact[],
  weight: ParityWeight,
): readonly ParityRow[] {
  const shown = (fact: NamedFact | undefined): ParityCell | undefined =>
    fact && cell(fact, fact.value === null ? fact.name : `${fact.name} ${fact.value}`);
  return matched(c, rust, ({ name }) => name).map(([left, right]) => {
    const item = `${group} ${(left ?? right)?.name ?? ''}`;
    return rowOf(group, item, shown(left), shown(right), 'same', left ? weight : 'note');
  });
}

/** Lines of each kind in their order: the number of a line is its place. */
function compareLines(c: readonly NamedFact[], rust: readonly NamedFact[]): readonly ParityRow[] {
  const kinds = new Set([...c, ...rust].map(({ name }) => name));
  return [...kinds].flatMap((kind) => {
    const [left, right] = [c, rust].map((all) => all.filter(({ name }) => name === kind));
    const rows: ParityRow[] = [];
    for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
      const [mine, other] = [left?.[at], right?.[at]];
      const shown = (fact: NamedFact | undefined): ParityCell | undefined =>
        fact && cell(fact, fact.value ?? '?');
      const verdict =
        mine?.value === null || other?.value === null
          ? 'not-resolvable'
          : mine?.value === other?.value
            ? 'same'
            : 'differs';
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
