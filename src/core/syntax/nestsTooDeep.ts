import type { Language } from '../patch/language.ts';
import { lex } from './lex/lex.ts';

/** Brackets within brackets beyond which a text is not parsed; no program that people read comes near. */
export const MAX_DEPTH = 250;

/** True if the brackets of `source` nest so deep that parsing it could exhaust the parser. */
export function nestsTooDeep(language: Language, source: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < source.length; at++) {
    const step = BRACKET_STEPS[source.charCodeAt(at)] ?? 0;
    depth = Math.max(0, depth + step);
    deepest = Math.max(deepest, depth);
  }
  return deepest > MAX_DEPTH && depthOfCode(language, source) > MAX_DEPTH;
}

/** By ASCII code: what a character adds to the depth. */
const BRACKET_STEPS = Int8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0;
});

/** The same without comments and literals, which may hold any number of brackets. */
function depthOfCode(language: Language, source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { kind, text } of lex(language, source, 'code')) {
    if (kind !== 'punctuation') continue;
    depth = Math.max(0, depth + (BRACKET_STEPS[text.charCodeAt(0)] ?? 0));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
