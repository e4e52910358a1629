import { named, VOID, type SourceType } from '../sourceType.ts';
import { joined, type CToken, type CTokens } from './tokens.ts';

/** The part of a C declaration before its declarators: `static const struct foo`. */
export interface Specifiers {
  readonly type: SourceType;
  readonly isConst: boolean;
  readonly storage: ReadonlySet<string>;
  /** A struct, union or enum written out here. */
  readonly body: SpecifierBody | null;
}

export interface SpecifierBody {
  readonly tag: 'struct' | 'union' | 'enum';
  /** Null when it has no tag. */
  readonly name: string | null;
  readonly tokens: readonly CToken[];
  /** The closing brace was seen. */
  readonly closed: boolean;
}

const STORAGE = new Set([
  'typedef',
  'extern',
  'static',
  'inline',
  '__inline',
  '__inline__',
  'register',
  'auto',
  '_Thread_local',
  '__thread',
  '_Noreturn',
]);
const QUALIFIERS = new Set(['volatile', '__volatile__', 'restrict', '__restrict', '__restrict__', '_Atomic']);
const BASIC = new Set([
  'void',
  'char',
  'short',
  'int',
  'long',
  'float',
  'double',
  'signed',
  '__signed__',
  'unsigned',
  '_Bool',
  'bool',
  '__int128',
  '_Complex',
]);

/** Reads specifiers and stops at the declarator, if there is one; null when no type is there. */
export function readSpecifiers(tokens: CTokens): Specifiers | null {
  const storage = new Set<string>();
  const basic: string[] = [];
  let candidate: SourceType | null = null;
  let tagged: SourceType | null = null;
  let body: SpecifierBody | null = null;
  let isConst = false;
  for (;;) {
    const { kind, text } = tokens.peek();
    if (kind === 'directive') tokens.next();
    else if (kind !== 'word') break;
    else if (STORAGE.has(text)) storage.add(tokens.next().text);
    else if (text === 'const' || text === '__const') {
      isConst = true;
      tokens.next();
    } else if (QUALIFIERS.has(text)) tokens.next();
    else if (BASIC.has(text)) basic.push(tokens.next().text);
    else if (text === 'struct' || text === 'union' || text === 'enum') {
      tokens.next();
      const name = tokens.peek().kind === 'word' ? tokens.next().text : null;
      if (tokens.is('{')) {
        const inside = tokens.group();
        body = { tag: text, name, tokens: inside, closed: tokens.peek(-1).text === '}' };
      }
      tagged = name === null ? { kind: 'unknown', text: `${text} {…}` } : { ...named(name), tag: text };
    } else {
      const known = basic.length > 0 || tagged !== null || candidate !== null;
      if (known && isDeclaratorName(tokens)) break;
      tokens.next();
      candidate = tokens.is('(') && !tokens.is('*', 1) ? macroType(text, tokens) : named(text);
    }
  }
  const type = tagged ?? (basic.length > 0 ? basicType(basic) : candidate);
  return type && { type, isConst, storage, body };
}

/** The word at hand names what is declared: no further word of the type follows it. */
function isDeclaratorName(tokens: CTokens): boolean {
  const after = tokens.peek(1);
  if (after.kind === 'word' || after.text === '*') return false;
  return !(after.text === '(' && tokens.is('*', 2));
}

/** `FOO(bar) x`: a type that only the macro knows. `GIT_EXTERN(int) f(…)` says its type itself. */
function macroType(name: string, tokens: CTokens): SourceType {
  const inside = tokens.group();
  const [only] = inside;
  if (inside.length === 1 && only && BASIC.has(only.text)) return basicType([only.text]);
  return { kind: 'unknown', text: `${name}(${joined(inside)})` };
}

/** One spelling for each basic type. */
function basicType(words: readonly string[]): SourceType {
  const has = (word: string): boolean => words.includes(word);
  if (has('void')) return VOID;
  if (has('_Bool') || has('bool')) return named('bool');
  const unsigned = has('unsigned') ? 'unsigned ' : '';
  if (has('char'))
    return named(
      unsigned === '' && words.some((word) => word.includes('signed')) ? 'signed char' : `${unsigned}char`,
    );
  if (has('float')) return named('float');
  const longs = words.filter((word) => word === 'long').length;
  if (has('double')) return named(longs > 0 ? 'long double' : 'double');
  if (has('__int128')) return named(`${unsigned}__int128`);
  if (has('short')) return named(`${unsigned}short`);
  if (longs === 2) return named(`${unsigned}long long`);
  return named(unsigned + (longs === 1 ? 'long' : 'int'));
}
