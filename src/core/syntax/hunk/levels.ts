import type { Lexeme } from '../lex/lexeme.ts';

/**
 * The code of a hunk at one depth of brackets. A hunk that begins inside brackets climbs out of them: its first level is
 * the innermost, each ends with a closing bracket that has no partner in the hunk, the last one ends with the hunk.
 */
export interface Level {
  /** The lexemes at this depth; of brackets that open here only the brackets themselves. */
  readonly code: readonly Lexeme[];
  /** The bracket that ends it; undefined for the last level. */
  readonly closer: Lexeme | undefined;
  /** What follows the bracket. */
  readonly next: Lexeme | undefined;
}

/** A bracket that the hunk opens and does not close. */
export interface Unclosed {
  readonly bracket: string;
  /** Its place in the code. */
  readonly index: number;
  /** What the code around it still waits for. */
  readonly around: Awaited;
}

/** What unfinished code waits for: a block, as after `if a &&`, then a semicolon, as after `let a =`. */
export interface Awaited {
  readonly block: boolean;
  readonly semicolon: boolean;
}

export interface Levels {
  /** Innermost first; never empty. */
  readonly levels: readonly Level[];
  /** Outermost first. */
  readonly unclosed: readonly Unclosed[];
  /** What the innermost code at the hunk's end still waits for. */
  readonly awaited: Awaited;
  /** Greatest number of brackets around any place of the hunk. */
  readonly depth: number;
}

const PARTNERS: Partial<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const OPENING: ReadonlySet<string> = new Set('([{');

/** Brackets that one closing bracket of another kind may leave behind. */
const MAX_SKIPPED = 8;

/** What the word at an index announces: that a `{` has to come, or a `;`. */
export type Announces = (code: readonly Lexeme[], index: number) => 'block' | 'semicolon' | undefined;

/** Cuts code (no comments, no directives) into levels. A closing bracket of the wrong kind closes what fits, if anything. */
export function cutLevels(code: readonly Lexeme[], announces: Announces): Levels {
  const levels: Level[] = [];
  const unclosed: Unclosed[] = [];
  let level: Lexeme[] = [];
  let deepest = 0;
  let awaited = NOTHING;
  for (const [index, lexeme] of code.entries()) {
    const { kind, text } = lexeme;
    const partner = kind === 'punctuation' ? PARTNERS[text] : undefined;
    if (partner !== undefined) {
      const opened = indexOfPartner(unclosed, partner);
      if (opened >= 0) {
        awaited = unclosed[opened]?.around ?? NOTHING;
        unclosed.length = opened;
        if (opened === 0) level.push(lexeme);
      } else if (unclosed.length === 0) {
        levels.push({ code: level, closer: lexeme, next: code[index + 1] });
        level = [];
        awaited = NOTHING;
      }
      continue;
    }
    if (unclosed.length === 0) level.push(lexeme);
    if (kind === 'word') awaited = after(awaited, announces(code, index));
    else if (text === ';') awaited = NOTHING;
    else if (text === '{' && awaited.block) awaited = { ...awaited, block: false };
    if (kind === 'punctuation' && OPENING.has(text)) {
      unclosed.push({ bracket: text, index, around: awaited });
      deepest = Math.max(deepest, unclosed.length);
      awaited = NOTHING;
    }
  }
  levels.push({ code: level, closer: undefined, next: undefined });
  return { levels, unclosed, awaited, depth: deepest + levels.length - 1 };
}

const NOTHING: Awaited = { block: false, semicolon: false };

function after(awaited: Awaited, announced: 'block' | 'semicolon' | undefined): Awaited {
  if (announced === undefined) return awaited;
  return announced === 'block' ? { ...awaited, block: true } : { block: false, semicolon: true };
}

/** Index of the innermost `partner`, -1 if it is not among the innermost few. */
function indexOfPartner(unclosed: readonly Unclosed[], partner: string): number {
  for (let at = unclosed.length - 1; at >= 0 && at >= unclosed.length - MAX_SKIPPED; at--)
    if (unclosed[at]?.bracket === partner) return at;
  return -1;
}
