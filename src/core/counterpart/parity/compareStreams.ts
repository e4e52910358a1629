import type { StreamFact, StreamField } from './facts.ts';
import { plainType } from './plainType.ts';
import { cell, matchedByName, rowOf } from './rows.ts';
import type { ParityRow, ParityVerdict } from './parityTable.ts';

/** Migration streams, matched by name: header, fields in order, subsections. All of it breaks migration when it differs. */
export function compareStreams(c: readonly StreamFact[], rust: readonly StreamFact[]): readonly ParityRow[] {
  const written = ({ symbol }: StreamFact): string => plainType(symbol);
  return matchedByName(c, rust, ({ name }) => name, written).flatMap(([left, right]) => {
    const name = (left?.named === false ? right : left)?.name ?? right?.name ?? left?.name ?? '';
    if (!left || !right)
      return [
        rowOf(
          'stream',
          `stream ${name}`,
          left && headerCell(left),
          right && headerCell(right),
          'differs',
          'break',
        ),
      ];
    return [header(name, left, right), ...fields(name, left, right), ...subsections(name, left, right)];
  });
}

function headerCell(stream: StreamFact): ReturnType<typeof cell> {
  const { version, minimumVersion, hooks } = stream;
  const from = minimumVersion === null ? '' : `, from ${minimumVersion}`;
  return cell(stream, `version ${version ?? '0'}${from}${hooks.length === 0 ? '' : `; ${hooks.join(', ')}`}`);
}

function header(name: string, left: StreamFact, right: StreamFact): ParityRow {
  const numbers = (stream: StreamFact): string => `${stream.version ?? '0'}/${stream.minimumVersion ?? '0'}`;
  const hooks = (stream: StreamFact): string => [...stream.hooks].sort().join();
  const isNumeric = [left, right].every((stream) => /^\d+\/\d+$/.test(numbers(stream)));
  const same = numbers(left) === numbers(right) && hooks(left) === hooks(right);
  const isNamed = left.named && right.named;
  const verdict: ParityVerdict = same && isNamed ? 'same' : isNumeric && !same ? 'differs' : 'not-resolvable';
  // A hook may be done in another way; a version may not.
  const weight = numbers(left) === numbers(right) ? 'check' : 'break';
  return rowOf('stream', `stream ${name}`, headerCell(left), headerCell(right), verdict, weight);
}

function fields(name: string, left: StreamFact, right: StreamFact): readonly ParityRow[] {
  const [c, rust] = [left, right].map((stream) => stream.fields.filter(({ kind }) => kind !== 'validate'));
  if (!c || !rust) return [];
  const rows: ParityRow[] = [];
  for (let at = 0; at < Math.max(c.length, rust.length); at++) {
    const [mine, other] = [c[at], rust[at]];
    const item = `${name}[${at}] ${mine?.name ?? other?.name ?? mine?.kind ?? other?.kind ?? ''}`;
    const verdict = mine && other ? fieldVerdict(mine, other, c) : 'differs';
    rows.push(rowOf('stream', item, mine && fieldCell(mine), other && fieldCell(other), verdict, 'break'));
  }
  return [...rows, ...validations(name, left, right)];
}

function fieldCell(field: StreamField): ReturnType<typeof cell> {
  const bits =
    field.bits === null ? '' : `: ${field.bits} bits${field.count === null ? '' : ` × ${field.count}`}`;
  return cell(field, `${field.text}${bits}`);
}

function fieldVerdict(c: StreamField, rust: StreamField, all: readonly StreamField[]): ParityVerdict {
  // A field that C streams at another place is out of order, whatever its width.
  if (rust.name !== null && rust.name !== c.name && all.some((each) => each !== c && each.name === rust.name))
    return 'differs';
  if (c.kind === 'unknown' || rust.kind === 'unknown' || c.kind === 'other') return 'not-resolvable';
  const kinds = [c.kind, rust.kind].sort().join();
  // A timer is a number of 64 bits in the stream.
  if (c.kind !== rust.kind && kinds !== 'integer,timer') return 'differs';
  if (c.kind === 'struct' && c.of !== rust.of) return 'differs';
  if (c.bits !== rust.bits) return c.bits === null || rust.bits === null ? 'not-resolvable' : 'differs';
  if (c.version !== rust.version) return 'differs';
  if (c.count === rust.count) return 'same';
  const numeric = [c.count, rust.count].every((count) => count === null || /^\d+$/.test(count));
  return numeric ? 'differs' : 'not-resolvable';
}

/** Checks take no room in the stream. */
function validations(name: string, left: StreamFact, right: StreamFact): readonly ParityRow[] {
  const of = (stream: StreamFact): readonly StreamField[] =>
    stream.fields.filter(({ kind }) => kind === 'validate');
  const [c, rust] = [of(left), of(right)];
  const [first] = [...c, ...rust];
  if (!first) return [];
  const shown = (all: readonly StreamField[]): ReturnType<typeof cell> | undefined => {
    const [one] = all;
    return one && cell(one, all.map(({ text }) => text).join('; '));
  };
  const verdict = c.length === rust.length ? 'same' : 'differs';
  return [rowOf('stream', `${name} checks`, shown(c), shown(rust), verdict, 'check')];
}

function subsections(name: string, left: StreamFact, right: StreamFact): readonly ParityRow[] {
  if (left.subsections.length === 0 && right.subsections.length === 0) return [];
  const shown = (stream: StreamFact): ReturnType<typeof cell> =>
    cell(stream, stream.subsections.join(', ') || 'none');
  const sorted = (stream: StreamFact): string => [...stream.subsections].sort().join();
  const verdict = sorted(left) === sorted(right) ? 'same' : 'differs';
  return [rowOf('stream', `${name} subsections`, shown(left), shown(right), verdict, 'break')];
}
