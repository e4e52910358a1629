import { isWordUnit } from './syntax.ts';

/** Whether a UTF-16 unit is in a set. */
export type UnitSet = (unit: number) => boolean;

interface ReadSet {
  readonly fits: UnitSet;
  /** The unit, if there is one alone. */
  readonly unit: number | undefined;
  /** Index behind what was read. */
  readonly end: number;
}

const isDigit: UnitSet = (unit) => unit >= 48 && unit <= 57;
const isSpace: UnitSet = (unit) => /\s/.test(String.fromCharCode(unit));
const not =
  (fits: UnitSet): UnitSet =>
  (unit) =>
    !fits(unit);

const CLASSES: Readonly<Record<string, UnitSet>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWordUnit,
  W: not(isWordUnit),
  s: isSpace,
  S: not(isSpace),
};
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, '0': 0 };

/** Reads a character or an escape at an index. Throws an Error with a plain sentence for references and properties. */
export function readUnit(source: string, at: number): ReadSet {
  if (source[at] !== '\\') return single(source.charCodeAt(at), at + 1);
  const name = source[at + 1] ?? '';
  const fits = CLASSES[name];
  if (fits) return { fits, unit: undefined, end: at + 2 };
  const control = CONTROLS[name];
  if (control !== undefined) return single(control, at + 2);
  const [code, hex] = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 6)) ?? [];
  if (code !== undefined) return single(parseInt(hex ?? code.slice(2), 16), at + code.length);
  if (/[\dA-Za-z]/.test(name)) throw new Error(`\\${name} is not understood here.`);
  return single(source.charCodeAt(at + 1), at + 2);
}

/** Reads a set in square brackets, beginning at the first one. */
export function readUnitSet(source: string, at: number): ReadSet {
  const negated = source[at + 1] === '^';
  const sets: UnitSet[] = [];
  let next = at + (negated ? 2 : 1);
  while (next < source.length && source[next] !== ']') {
    const first = readMember(source, next);
    next = first.end;
    const last = source[next] === '-' && source[next + 1] !== ']' ? readMember(source, next + 1) : undefined;
    if (!last) sets.push(first.fits);
    else if (first.unit === undefined || last.unit === undefined)
      sets.push(first.fits, last.fits, (unit) => unit === 45);
    else {
      const [from, to] = [first.unit, last.unit];
      sets.push((unit) => unit >= from && unit <= to);
    }
    next = last?.end ?? next;
  }
  const fits: UnitSet = (unit) => sets.some((set) => set(unit));
  return { fits: negated ? not(fits) : fits, unit: undefined, end: next + 1 };
}

/** In a set `\b` is a backspace. */
function readMember(source: string, at: number): ReadSet {
  return source.startsWith('\\b', at) ? single(8, at + 2) : readUnit(source, at);
}

function single(unit: number, end: number): ReadSet {
  return { fits: (other) => other === unit, unit, end };
}
