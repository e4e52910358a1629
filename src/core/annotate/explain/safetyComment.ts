import type { Node } from '../../syntax/engine.ts';
import { ancestors } from '../facets/ancestors.ts';
import { type Comment, commentText, type LineText } from './comment.ts';

const TAG = /SAFETY:/i;

/** A place where clippy looks for the comment of an unsafe block or impl. Image lines, 1-based. */
export interface SafetyPlace {
  /** The construct's own line and, where accepted, the line of the statement around it. */
  readonly starts: readonly number[];
  /** First line that may still hold the comment: the one after the enclosing item's first line. */
  readonly floor: number;
  /** Lines after the opening brace of the block, or undefined when it has none. */
  readonly inside: { readonly first: number; readonly last: number } | undefined;
}

/**
 * Finds the `SAFETY:` comment of an unsafe block or impl, with exactly the tolerance of clippy's
 * `undocumented_unsafe_blocks` in its default configuration: above the construct or its statement, above or between
 * attributes, behind code on the line before, or first inside the block; any case, colon required; not inside a code
 * fence of a doc comment.
 */
export function safetyComment(text: LineText, place: SafetyPlace): Comment | undefined {
  for (const start of place.starts) {
    const found = above(text, start, place.floor);
    if (found) return found;
  }
  return place.inside && first(text, place.inside.first, place.inside.last);
}

/** Where the comment of `node` (an `unsafe_block` or an item) may stand. `line` turns a tree row into an image line. */
export function safetyPlace(node: Node, line: (row: number) => number): SafetyPlace {
  const starts = [line(node.startPosition.row)];
  const [, ...around] = ancestors(node);
  const statement = node.type === 'unsafe_block' ? statementOf(node, around) : undefined;
  if (statement) starts.push(line(statement.startPosition.row));
  const body = around.find(({ type }) => ITEM_WITH_BODY.test(type));
  const block =
    node.type === 'unsafe_block' ? node.namedChildren.find((child) => child.type === 'block') : undefined;
  return {
    starts: [...new Set(starts)],
    floor: body ? line(body.startPosition.row) + 1 : 1,
    inside: block && { first: line(block.startPosition.row), last: line(block.endPosition.row) },
  };
}

function above(text: LineText, start: number, floor: number): Comment | undefined {
  const next = (from: number): number => {
    let at = from;
    while (at >= floor) {
      const line = text(at);
      if (line === undefined) return 0;
      const trimmed = line.trim();
      if (trimmed !== '' && !isAttribute(trimmed)) return at;
      at--;
    }
    return 0;
  };
  const nearest = next(start - 1);
  if (nearest === 0) return undefined;
  const line = (text(nearest) ?? '').trimStart();
  if (line.startsWith('//')) return lineComments(text, nearest, next);
  const trailing = /^(?:[^"/]|"(?:[^"\\]|\\.)*"|\/(?![/*]))*(\/[/*]\s*SAFETY:.*)$/i.exec(line)?.[1];
  if (trailing !== undefined) return { first: nearest, last: nearest, text: commentText([trailing]) };
  return blockComment(text, nearest, start, next);
}

function lineComments(text: LineText, nearest: number, next: (from: number) => number): Comment | undefined {
  let fenced = false;
  for (let at = nearest; at > 0; at = next(at - 1)) {
    const line = (text(at) ?? '').trimStart();
    if (!line.startsWith('//')) return undefined;
    if (/^\/\/[/!]\s*```/.test(line)) fenced = !fenced;
    if (!fenced && TAG.test(line)) return comment(text, at, nearest);
  }
  return undefined;
}

/** A block comment counts only if it starts its line and nothing but blanks stands between it and the construct. */
function blockComment(
  text: LineText,
  nearest: number,
  start: number,
  next: (from: number) => number,
): Comment | undefined {
  for (let at = nearest; at > 0; at = next(at - 1)) {
    if (!(text(at) ?? '').trimStart().startsWith('/*')) continue;
    const lines: string[] = [];
    for (let row = at; row < start; row++) lines.push(text(row) ?? '');
    const whole = lines.join('\n').trim();
    const closed = whole.indexOf('*/') === whole.length - 2;
    return closed && TAG.test(whole) ? { first: at, last: nearest, text: commentText(lines) } : undefined;
  }
  return undefined;
}

function first(text: LineText, from: number, to: number): Comment | undefined {
  const opening = text(from) ?? '';
  const rest = opening.slice(opening.indexOf('{', Math.max(0, opening.indexOf('unsafe'))) + 1).trim();
  let start = from;
  if (rest === '') {
    start = from + 1;
    while (start < to && text(start)?.trim() === '') start++;
  } else if (!rest.startsWith('//') && !rest.startsWith('/*')) return undefined;
  let end = start;
  const head = start === from ? rest : (text(start) ?? '').trim();
  if (head.startsWith('/*')) while (end < to && !(text(end) ?? '').includes('*/')) end++;
  else if (head.startsWith('//')) while (end < to && (text(end + 1) ?? '').trim().startsWith('//')) end++;
  else return undefined;
  const lines = start === from ? [rest] : [];
  for (let at = start === from ? start + 1 : start; at <= end; at++) lines.push(text(at) ?? '');
  return lines.some((line) => TAG.test(line))
    ? { first: start, last: end, text: commentText(lines) }
    : undefined;
}

function comment(text: LineText, from: number, to: number): Comment {
  const lines: string[] = [];
  for (let at = from; at <= to; at++) {
    const line = text(at) ?? '';
    if (line.trimStart().startsWith('//')) lines.push(line);
  }
  return { first: from, last: to, text: commentText(lines) };
}

function isAttribute(trimmed: string): boolean {
  return /^#!?\[.*\]$/.test(trimmed);
}

/** The statement whose comment speaks for the block, or undefined if a branch stands between (as clippy walks). */
function statementOf(block: Node, around: readonly Node[]): Node | undefined {
  let node = block;
  for (const parent of around) {
    switch (parent.type) {
      case 'let_declaration':
      case 'assignment_expression':
      case 'const_item':
      case 'static_item':
        return parent;
      case 'expression_statement':
      case 'block':
      case 'match_arm':
      case 'field_initializer':
      case 'source_file':
        return node.type === 'if_expression' || node.type === 'match_expression' ? undefined : node;
      default:
        node = parent;
    }
  }
  return undefined;
}

/** The item whose first line ends the search upwards. Consts and statics do not: their comment stands above them. */
const ITEM_WITH_BODY = /^(function_item|impl_item|trait_item|mod_item)$/;
