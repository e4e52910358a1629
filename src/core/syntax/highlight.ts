import type { LineTokens, TokenClass, TokenRun } from '../../base/tokens.ts';
import type { ImagePart } from '../image/image.ts';
import type { Language } from '../patch/language.ts';
import type { Hunk, Side } from '../patch/series.ts';
import type { Engine, Query } from './engine.ts';
import type { Fragment } from './fragment.ts';
import { HIGHLIGHT_QUERIES } from './highlightQueries.ts';
import { maskedWords } from './maskedWords.ts';
import { parseImage } from './parseImage.ts';

/**
 * Syntax colours of a hunk's lines, parallel to `hunk.lines`: of the new side for added and context lines, of the old side
 * for removed ones. The hunk is read by itself, so the cost does not grow with its file.
 */
export function hunkTokens(engine: Engine, language: Language, hunk: Hunk): readonly LineTokens[] {
  const removed = hunk.lines.some(({ kind }) => kind === 'removed');
  const before = removed ? sideTokens(engine, language, hunk, 'old') : NOTHING;
  const after = sideTokens(engine, language, hunk, 'new');
  return hunk.lines.map((line) =>
    line.kind === 'removed' ? (before.get(line.oldLine ?? 0) ?? []) : (after.get(line.newLine ?? 0) ?? []),
  );
}

/** Syntax colours of lines that stand by themselves, such as a counterpart's. */
export function linesTokens(
  engine: Engine,
  language: Language,
  lines: readonly string[],
): readonly LineTokens[] {
  const tokens = partTokens(engine, language, { firstLine: 1, lines, section: '' });
  return lines.map((_, index) => tokens.get(index + 1) ?? []);
}

type TokensByLine = ReadonlyMap<number, LineTokens>;

const NOTHING: TokensByLine = new Map();

function sideTokens(engine: Engine, language: Language, hunk: Hunk, side: Side): TokensByLine {
  const lines: string[] = [];
  for (const line of hunk.lines)
    if ((side === 'old' ? line.oldLine : line.newLine) !== undefined) lines.push(line.text);
  const firstLine = side === 'old' ? hunk.oldStart : hunk.newStart;
  return lines.length === 0
    ? NOTHING
    : partTokens(engine, language, { firstLine, lines, section: hunk.section });
}

function partTokens(engine: Engine, language: Language, part: ImagePart): TokensByLine {
  const [fragment] = parseImage(engine, language, { side: 'new', kind: 'hunks', parts: [part] });
  if (!fragment) return NOTHING;
  try {
    return fragmentTokens(language, highlighter(engine, language), fragment);
  } finally {
    fragment.delete();
  }
}

const queries = new WeakMap<Engine, Partial<Record<Language, Query>>>();

function highlighter(engine: Engine, language: Language): Query {
  const known = queries.get(engine) ?? {};
  queries.set(engine, known);
  return (known[language] ??= engine.query(language, HIGHLIGHT_QUERIES[language]));
}

const CLASSES: readonly TokenClass[] = [
  'keyword',
  'type',
  'function',
  'string',
  'number',
  'comment',
  'constant',
  'macro',
  'attribute',
  'property',
];

function fragmentTokens(language: Language, query: Query, fragment: Fragment): TokensByLine {
  const { tree, lineOffset, firstLine, source } = fragment;
  const paint = source.map((line) => new Uint8Array(line.length));
  const captures = tree
    .captures(query)
    .sort(
      (a, b) =>
        a.node.startIndex - b.node.startIndex ||
        b.node.endIndex - a.node.endIndex ||
        a.patternIndex - b.patternIndex,
    );
  for (const { name, node } of captures) {
    const colour = CLASSES.findIndex((tokenClass) => tokenClass === name) + 1;
    const { startPosition: start, endPosition: end } = node;
    for (let row = start.row; row <= end.row; row++) {
      const line = paint[row + lineOffset - firstLine];
      if (!line) continue;
      line.fill(colour, row === start.row ? start.column : 0, row === end.row ? end.column : line.length);
    }
  }
  for (const { line, column, length, tokenClass } of maskedWords(language, fragment))
    paint[line - firstLine]?.fill(CLASSES.indexOf(tokenClass) + 1, column, column + length);
  return new Map(paint.map((line, index) => [firstLine + index, runsOf(line)]));
}

function runsOf(line: Uint8Array): readonly TokenRun[] {
  const runs: TokenRun[] = [];
  for (let start = 0; start < line.length;) {
    let end = start + 1;
    while (end < line.length && line[end] === line[start]) end++;
    const tokenClass = CLASSES[(line[start] ?? 0) - 1];
    if (tokenClass) runs.push([start, end - start, tokenClass]);
    start = end;
  }
  return runs;
}
