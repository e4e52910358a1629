import type { Lexeme } from '../lex/lexeme.ts';
import { blank, type Edit } from './edit.ts';

/** What becomes of the conditional lines of a C text. */
export interface Conditionals {
  /** Blanks the `#if … #endif` lines themselves, and whole branches that cannot stand beside the one before. */
  readonly edits: readonly Edit[];
  /** 0-based rows of the blanked branches. */
  readonly droppedRows: ReadonlySet<number>;
}

/** A branch's lexemes, by index: `start` inclusive, `end` exclusive. */
interface Branch {
  readonly start: number;
  readonly end: number;
}

const CONDITIONAL = /^(?:if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)$/;

/** Conditionals nested deeper keep all their branches: looking at each costs a pass over what it holds. */
const MAX_NESTING = 16;

/**
 * With the conditional lines gone all branches are read one after the other, so that the tree is the same whether a text
 * shows those lines or not. Only where a branch is no whole piece of code (`#ifdef A / if (a) { / #else / if (b) { /
 * #endif`) are the alternatives to the first one dropped.
 */
export function blankConditionals(lexemes: readonly Lexeme[]): Conditionals {
  const edits: Edit[] = [];
  const droppedRows = new Set<number>();
  const open: { branches: Branch[]; start: number }[] = [];
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at];
    const word = lexeme?.kind === 'directive' ? (lexemes[at + 1]?.text ?? '') : '';
    if (!lexeme || !CONDITIONAL.test(word)) continue;
    const last = directiveEnd(lexemes, at);
    edits.push(blank(lexeme.start, lexemes[last]?.end ?? lexeme.end));
    const group = open.at(-1);
    if (group && !word.startsWith('if')) group.branches.push({ start: group.start, end: at });
    at = last;
    if (word.startsWith('if')) open.push({ branches: [], start: at + 1 });
    else if (group && word === 'endif') {
      open.pop();
      if (open.length < MAX_NESTING) drop(group.branches);
    } else if (group) group.start = at + 1;
  }
  return { edits, droppedRows };

  function drop(branches: readonly Branch[]): void {
    if (branches.length < 2 || branches.every((branch) => isWhole(codeOf(branch)))) return;
    for (const { start, end, row } of branches.slice(1).flatMap(codeOf)) {
      edits.push(blank(start, end));
      droppedRows.add(row);
    }
  }

  function codeOf({ start, end }: Branch): readonly Lexeme[] {
    return lexemes
      .slice(start, end)
      .filter(({ kind, inDirective, row }) => !inDirective && kind !== 'comment' && !droppedRows.has(row));
  }
}

/** Index of the last lexeme of the directive that begins at `at`; a comment that ends the line is not part of it. */
function directiveEnd(lexemes: readonly Lexeme[], at: number): number {
  let last = at;
  for (let next = at + 1; ; next++) {
    const lexeme = lexemes[next];
    if (!lexeme?.inDirective || lexeme.kind === 'directive') return last;
    if (lexeme.kind !== 'comment') last = next;
  }
}

/** Brackets are balanced and the last thing ends a statement, an element, a declaration or a label. */
function isWhole(code: readonly Lexeme[]): boolean {
  let depth = 0;
  for (const { kind, text } of code) {
    if (kind !== 'punctuation') continue;
    if (OPENING.has(text)) depth++;
    else if (CLOSING.has(text) && --depth < 0) return false;
  }
  const last = code.at(-1)?.text;
  return depth === 0 && (last === undefined || ENDINGS.has(last));
}

const OPENING: ReadonlySet<string> = new Set('([{');
const CLOSING: ReadonlySet<string> = new Set(')]}');
const ENDINGS: ReadonlySet<string> = new Set(';},:');
