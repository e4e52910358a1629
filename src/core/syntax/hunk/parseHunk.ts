import type { ImagePart } from '../../image/image.ts';
import type { Language } from '../../patch/language.ts';
import type { Engine, Tree } from '../engine.ts';
import { findErrors, type Errors } from '../errorRows.ts';
import type { Fragment } from '../fragment.ts';
import { rowsIn } from '../lex/characters.ts';
import { lex } from '../lex/lex.ts';
import type { LexStart } from '../lex/lexeme.ts';
import { maskC } from '../mask/maskC.ts';
import { maskRust } from '../mask/maskRust.ts';
import { MAX_DEPTH } from '../nestsTooDeep.ts';
import { guardLine, terminator } from '../terminators.ts';
import { unparsed } from '../unparsed.ts';
import { wrapC } from './c/wrapC.ts';
import { readHunkCode } from './hunkCode.ts';
import { wrapRust } from './rust/wrapRust.ts';
import { startOf } from './startOf.ts';
import type { Wrapping } from './wrapping.ts';

/** Tries beyond these cost more than they gain. */
const MAX_TRIES = 3;

/** What has to stand before the first line, and the line end before it. */
const OPENINGS: Readonly<Record<LexStart, string>> = {
  code: '\n',
  'block-comment': '/* \n',
  directive: '\n#define __M \\\n',
  'raw-string': 'r#"\n',
};

interface Attempt {
  readonly tree: Tree;
  readonly errors: Errors;
  readonly text: string;
  /** Row of the tree where the hunk begins. */
  readonly firstRow: number;
  readonly wrapping: Wrapping;
}

/**
 * Parses a part of a file by what it shows: completed at both ends so that the grammar can read it. If the likeliest
 * completion gives errors a few more are tried, and the best is taken.
 */
export function parseHunk(engine: Engine, language: Language, part: ImagePart): Fragment {
  const { lines, firstLine, section } = part;
  const start = startOf(language, lines);
  const source = lines.join('\n');
  const lexemes = lex(language, source, start);
  const masked = language === 'c' ? maskC(source, lexemes) : { text: maskRust(source), droppedRows: NO_ROWS };
  const code = lexemes.filter(
    ({ kind, inDirective, row }) => kind !== 'comment' && !inDirective && !masked.droppedRows.has(row),
  );
  const hunk = readHunkCode(language, source, code, section);
  if (hunk.cut.depth > MAX_DEPTH) return unparsed(engine, language, part, 'hunk');
  const body = `${masked.text}${terminator(language, source, lexemes.at(-1))}${guardLine(language, source)}`;
  const best = bestAttempt(language === 'rust' ? wrapRust(hunk) : wrapC(hunk), (wrapping) => {
    const before = wrapping.before + OPENINGS[start];
    const text = `${before}${body}${/\\\r?$/.test(body) ? '\n' : ''}\n${wrapping.after}`;
    const firstRow = rowsIn(before, 0, before.length);
    const tree = engine.parse(language, text);
    return {
      tree,
      text,
      firstRow,
      wrapping,
      errors: findErrors(tree, firstRow, firstRow + lines.length - 1),
    };
  });
  const errorLines = new Set<number>();
  for (const row of best.errors.rows) errorLines.add(row - best.firstRow + firstLine);
  for (const row of masked.droppedRows) errorLines.add(row + firstLine);
  return {
    tree: best.tree,
    text: best.text,
    lineOffset: firstLine - best.firstRow,
    firstLine,
    lastLine: firstLine + lines.length - 1,
    source: lines,
    kind: 'hunk',
    errorLines,
    insideUnsafeFn: hunk.section.unsafe && best.wrapping.inFunction,
    delete: () => {
      best.tree.delete();
    },
  };
}

const NO_ROWS: ReadonlySet<number> = new Set();

/** Tries until one has no errors; the trees of the others are deleted. */
function bestAttempt(wrappings: Iterable<Wrapping>, attempt: (wrapping: Wrapping) => Attempt): Attempt {
  let best: Attempt | undefined;
  let tries = 0;
  for (const wrapping of wrappings) {
    const next = attempt(wrapping);
    if (best && best.errors.score <= next.errors.score) next.tree.delete();
    else {
      best?.tree.delete();
      best = next;
    }
    if (best.errors.score === 0 || ++tries === MAX_TRIES) break;
  }
  if (!best) throw new Error('a hunk has at least one way to be completed');
  return best;
}
