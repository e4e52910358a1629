import type { Language } from '../../patch/language.ts';

export type SectionKind =
  | 'function'
  | 'impl'
  | 'trait'
  | 'foreign'
  | 'struct'
  | 'enum'
  | 'module'
  | 'use'
  | 'macro'
  | 'value'
  | 'unknown';

/** What a hunk header says about the place where the hunk begins. It may be cut off, and it may name an item already ended. */
export interface Section {
  readonly kind: SectionKind;
  /** An `unsafe fn`. */
  readonly unsafe: boolean;
  /** It ends within a parameter list. */
  readonly opensParameters: boolean;
}

const RUST: readonly (readonly [SectionKind, RegExp])[] = [
  ['function', /\bfn\s+\w/],
  ['macro', /\bmacro_rules!/],
  ['impl', /^(?:default\s+)?(?:unsafe\s+)?impl\b/],
  ['trait', /\btrait\s/],
  ['foreign', /^(?:unsafe\s+)?extern\b(?!\s+crate)/],
  ['struct', /\b(?:struct|union)\s/],
  ['enum', /\benum\s/],
  ['module', /\bmod\s/],
  ['use', /^(?:pub(?:\([^)]*\))?\s+)?use\b/],
  ['value', /^(?:pub(?:\([^)]*\))?\s+)?(?:const|static)\s/],
];

const C: readonly (readonly [SectionKind, RegExp])[] = [
  ['value', /=\s*\{?\s*$/],
  ['macro', /^#\s*define\b/],
  ['foreign', /^extern\s+"C"/],
  ['struct', /^(?:typedef\s+)?(?:struct|union)\b[^()=]*$/],
  ['enum', /^(?:typedef\s+)?enum\b[^()=]*$/],
  ['function', /\w\s*\((?!.*[;=])/],
];

/** git cuts it at 80 bytes; whoever wrote a longer one has no say. */
const MAX_LENGTH = 200;

/** Reads a hunk header's section text (after the second `@@`). */
export function readSection(language: Language, section: string): Section {
  const text = section.slice(0, MAX_LENGTH).trim();
  const rules = language === 'rust' ? RUST : C;
  const kind = rules.find(([, shape]) => shape.test(text))?.[0] ?? 'unknown';
  const unsafe = kind === 'function' && language === 'rust' && /\bunsafe\b[^{]*\bfn\b/.test(text);
  const opensParameters = kind === 'function' && text.lastIndexOf('(') > text.lastIndexOf(')');
  return { kind, unsafe, opensParameters };
}
