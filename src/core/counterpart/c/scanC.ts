import { readDefine, type CMacro } from './define.ts';
import {
  atLineStart,
  endOfComment,
  endOfDirective,
  endOfLiteral,
  endOfWord,
  isWordStart,
  newlinesBetween,
} from './skip.ts';

/** One top-level declaration of a C file, not read yet. Offsets are into the text, lines 1-based. */
export interface CPiece {
  readonly start: number;
  /** After the last character. */
  readonly end: number;
  /** Offset of a function's `{`, or -1. */
  readonly bodyStart: number;
  /** The first group in braces (a body, members or initialisers), brackets included; -1 without one. */
  readonly braceStart: number;
  readonly braceEnd: number;
  readonly line: number;
  readonly endLine: number;
  /** 1-based line of `bodyStart`; 0 without a body. */
  readonly bodyLine: number;
}

export interface CScan {
  readonly pieces: readonly CPiece[];
  readonly macros: readonly CMacro[];
}

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const OPEN = 40;
const CLOSE = 41;
const SLASH = 47;
const SEMICOLON = 59;
const EQUALS = 61;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Cuts a C file into its top-level declarations without parsing them: unknown macros, unbalanced `#if` branches and text
 * that is no C cost at most the piece they stand in. Function bodies are skipped, so this is fast enough for whole trees.
 */
export function scanC(text: string): CScan {
  return new CScanner(text).scan();
}

class CScanner {
  readonly #text: string;
  readonly #pieces: CPiece[] = [];
  readonly #macros: CMacro[] = [];
  #at = 0;
  #line = 1;
  /** Start of the piece being read, or -1. */
  #start = -1;
  #startLine = 0;
  #sawEquals = false;
  /** `WORD (…)` has been read and nothing else: where it ended, or -1. */
  #callEnd = -1;
  #callLine = 0;
  #words = 0;
  #braceStart = -1;
  #braceEnd = -1;
  #linkageBlocks = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): CScan {
    const text = this.#text;
    while (this.#at < text.length) {
      const char = text.charCodeAt(this.#at);
      if (char === NEWLINE) this.#newline();
      else if (char <= SPACE) this.#at++;
      else if (char === SLASH && this.#skipComment()) continue;
      else if (char === HASH && atLineStart(this.#text, this.#at)) this.#directive();
      else this.#significant(char);
    }
    // A text that is part of a file may end within a declaration.
    if (this.#braceStart >= 0) this.#finish(-1, 0);
    return { pieces: this.#pieces, macros: this.#macros };
  }

  #newline(): void {
    this.#line++;
    this.#at++;
  }

  #significant(char: number): void {
    if (isWordStart(char)) {
      this.#word();
      return;
    }
    switch (char) {
      case SEMICOLON:
        this.#at++;
        this.#finish(-1, 0);
        return;
      case CLOSE_BRACE:
        this.#at++;
        if (this.#linkageBlocks > 0) this.#linkageBlocks--;
        this.#reset();
        return;
      case OPEN_BRACE:
        this.#brace();
        return;
      case OPEN:
        this.#begin();
        this.#skipBalanced();
        this.#callEnd = this.#words === 1 ? this.#at : -1;
        this.#callLine = this.#line;
        return;
      case QUOTE:
      case APOSTROPHE:
        this.#begin();
        this.#skipTo(endOfLiteral(this.#text, this.#at));
        this.#callEnd = -1;
        return;
      default:
        this.#begin();
        if (char === EQUALS) this.#sawEquals = true;
        this.#callEnd = -1;
        this.#at++;
    }
  }

  #word(): void {
    const end = endOfWord(this.#text, this.#at);
    // A macro call that stands for itself ends where the next declaration begins, on a line of its own.
    if (this.#callEnd >= 0 && this.#line > this.#callLine && isMacroName(this.#text, this.#start)) {
      const after = this.#text.slice(this.#at, end);
      if (after !== '__attribute__') this.#finishAt(this.#callEnd, -1, 0);
    }
    this.#begin();
    this.#words++;
    this.#callEnd = -1;
    this.#at = end;
  }

  #begin(): void {
    if (this.#start >= 0) return;
    this.#start = this.#at;
    this.#startLine = this.#line;
  }

  #brace(): void {
    const head = this.#start < 0 ? '' : this.#text.slice(this.#start, this.#at);
    if (/^extern\s*"C(\+\+)?"\s*$/.test(head)) {
      this.#at++;
      this.#linkageBlocks++;
      this.#reset();
      return;
    }
    const bodyStart = this.#at;
    const bodyLine = this.#line;
    this.#begin();
    this.#skipBalanced();
    this.#callEnd = -1;
    if (this.#braceStart < 0) {
      this.#braceStart = bodyStart;
      this.#braceEnd = this.#at;
    }
    if (this.#sawEquals || isRecordHead(head)) return;
    this.#finish(bodyStart, bodyLine);
  }

  #finish(bodyStart: number, bodyLine: number): void {
    this.#finishAt(this.#at, bodyStart, bodyLine);
  }

  #finishAt(end: number, bodyStart: number, bodyLine: number): void {
    if (this.#start >= 0 && this.#words > 0)
      this.#pieces.push({
        start: this.#start,
        end,
        bodyStart,
        braceStart: this.#braceStart,
        braceEnd: this.#braceEnd,
        line: this.#startLine,
        endLine: this.#line - newlinesBetween(this.#text, end, this.#at),
        bodyLine,
      });
    this.#reset();
  }

  #reset(): void {
    this.#start = -1;
    this.#sawEquals = false;
    this.#callEnd = -1;
    this.#words = 0;
    this.#braceStart = -1;
    this.#braceEnd = -1;
  }

  /** Skips a group from its opening bracket to the one that closes it; `#else` branches count from where `#if` stood. */
  #skipBalanced(): void {
    const text = this.#text;
    const branches: number[] = [];
    let depth = 0;
    let torn = false;
    while (this.#at < text.length) {
      const char = text.charCodeAt(this.#at);
      if (char === NEWLINE) this.#newline();
      else if (char === SLASH && this.#skipComment()) continue;
      else if (char === QUOTE || char === APOSTROPHE) this.#skipTo(endOfLiteral(text, this.#at));
      else if (char === HASH && atLineStart(this.#text, this.#at)) {
        const word = this.#directive();
        if (word.startsWith('if')) branches.push(depth);
        else if (word === 'endif') branches.pop();
        else if (word === 'else' || word === 'elif') {
          const at = branches.at(-1);
          if (at === undefined) torn = true;
          else depth = at;
        }
      } else {
        this.#at++;
        if (char === OPEN || char === OPEN_BRACE) depth++;
        else if (char === CLOSE || char === CLOSE_BRACE) {
          depth--;
          const tornEnd = torn && char === CLOSE_BRACE && text.charCodeAt(this.#at - 2) === NEWLINE;
          if (depth <= 0 || tornEnd) return;
        }
      }
    }
  }

  /** Skips a comment at the current slash; false if there is none. */
  #skipComment(): boolean {
    const end = endOfComment(this.#text, this.#at);
    if (end >= 0) this.#skipTo(end);
    return end >= 0;
  }

  #skipTo(end: number): void {
    this.#line += newlinesBetween(this.#text, this.#at, end);
    this.#at = end;
  }

  /** Reads a preprocessor line with its continuations and returns its word. */
  #directive(): string {
    const start = this.#at;
    const line = this.#line;
    this.#skipTo(endOfDirective(this.#text, start));
    const text = this.#text.slice(start, this.#at);
    const word = /^#[ \t]*(\w*)/.exec(text)?.[1] ?? '';
    const macro = word === 'define' ? readDefine(text) : null;
    if (macro) this.#macros.push({ ...macro, start, line, endLine: this.#line });
    return word;
  }
}

/** Macros that declare things are written in capitals, or are one of the registration macros. */
function isMacroName(text: string, start: number): boolean {
  const name = text.slice(start, endOfWord(text, start));
  return (
    /^[A-Z][A-Z0-9_]*$/.test(name) ||
    /^(type|block|opts|trace|module|device|core|late|early|subsys)_(init|exit)$/.test(name)
  );
}

/** What stands before a `{` opens a struct, union or enum body, not a function's. */
function isRecordHead(head: string): boolean {
  const last = /^[\s\S]*\b(?:struct|union|enum)\b([\s\S]*)$/.exec(head)?.[1];
  if (last === undefined) return false;
  const plain = last
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ' ')
    .replace(/__attribute__\s*\(\([\s\S]*?\)\)/g, ' ')
    .replace(/\b[A-Z_][A-Z0-9_]*\s*\([^()]*\)|\b__aligned\s*\([^()]*\)/g, ' ');
  return /^[\s\w:]*$/.test(plain);
}
