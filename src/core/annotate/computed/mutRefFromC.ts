import type { Node } from '../../syntax/engine.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isUnsafeFunction } from './safety/commentedCode.ts';

const FUNCTIONS = '[(function_item) (function_signature_item)] @function';

/** Functions that give out an exclusive reference for as long as a shared one lives. Queries find the other places. */
export function* mutRefFromC({ new: side }: DetectorContext): Iterable<Detection> {
  for (const found of side.find(FUNCTIONS)) {
    const item = found.get('function');
    const name = item.childForFieldName('name');
    if (name && !implementsTrait(item) && isMutFromShared(item) && mayBreakRules(item))
      yield detectionAt(name, found.fragment, { symbol: name.text });
  }
}

/** Without unsafe code of its own the compiler vouches for the function; what it calls is asked about. */
function mayBreakRules(item: Node): boolean {
  const body = item.childForFieldName('body');
  return !body || isUnsafeFunction(item) || /\bunsafe\b/.test(body.text);
}

/** A lifetime in a signature, and whether a reference has it. */
interface Lifetime {
  /** Empty if it is left out. */
  readonly name: string;
  readonly of: 'shared' | 'exclusive' | 'type';
}

function isMutFromShared(item: Node): boolean {
  const parameters = item.childForFieldName('parameters')?.namedChildren ?? [];
  const given = lifetimesIn(item.childForFieldName('return_type')).find((one) => one.of === 'exclusive');
  if (!given || given.name === "'static") return false;
  const taken = parameters.flatMap(lifetimesIn);
  const receiver = parameters.find(
    ({ type, text }) => type === 'self_parameter' || /^(mut\s+)?self\b/.test(text),
  );
  const own = receiver ? lifetimesIn(receiver) : taken;
  const sources = isElided(given) ? own.filter((one) => !receiver || isSource(one, own)) : taken;
  const same = sources.filter((one) => isElided(given) || one.name === given.name);
  return same.length > 0 && same.every((one) => one.of === 'shared');
}

/** What a trait's method gives out, its declaration says. */
function implementsTrait(item: Node): boolean {
  const around = item.parent?.parent;
  return around?.type === 'impl_item' && around.childForFieldName('trait') !== null;
}

function isElided({ name }: Lifetime): boolean {
  return name === '' || name === "'_";
}

/** The lifetime of the result is that of the receiver's outermost reference. */
function isSource(one: Lifetime, own: readonly Lifetime[]): boolean {
  return own.indexOf(one) === 0;
}

function lifetimesIn(node: Node | null): readonly Lifetime[] {
  if (!node || node.type === 'function_type') return [];
  const inner = node.namedChildren.filter(({ type }) => type !== 'lifetime').flatMap(lifetimesIn);
  const named = node.namedChildren.filter(({ type }) => type === 'lifetime').map(({ text }) => text);
  const isReference =
    node.type === 'reference_type' || (node.type === 'self_parameter' && node.text.startsWith('&'));
  if (isReference) {
    const of = node.namedChildren.some(({ type }) => type === 'mutable_specifier') ? 'exclusive' : 'shared';
    return [{ name: named[0] ?? '', of }, ...inner];
  }
  return [...named.map((name): Lifetime => ({ name, of: 'type' })), ...inner];
}
