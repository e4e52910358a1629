import type { Slot } from '../declaration.ts';
import { joined, splitTokens, subTokens, type CToken } from './tokens.ts';

/** Named members of an initialiser `{ .read = f, .impl = { .min = 1 } }`; nested ones with a dotted name. */
export function readInitialiser(value: readonly CToken[]): readonly Slot[] {
  const tokens = subTokens(value);
  // A compound literal has its type in front.
  if (tokens.is('(')) tokens.group();
  if (!tokens.is('{')) return [];
  return splitTokens(
    tokens.group().filter(({ kind }) => kind !== 'directive'),
    ',',
  ).flatMap(readMember);
}

function readMember(part: readonly CToken[]): readonly Slot[] {
  const names: string[] = [];
  let at = 0;
  while (part[at]?.text === '.' && part[at + 1]?.kind === 'word') {
    names.push(part[at + 1]?.text ?? '');
    at += 2;
  }
  const [first] = part;
  if (!first || names.length === 0 || part[at]?.text !== '=') return [];
  const value = part.slice(at + 1);
  const name = names.join('.');
  const inner = readInitialiser(value).map((slot) => ({ ...slot, name: `${name}.${slot.name}` }));
  return [{ name, value: joined(value), line: first.line }, ...inner];
}
