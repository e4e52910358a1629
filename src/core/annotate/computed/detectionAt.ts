import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Detection } from './detector.ts';

type Extras = Pick<Detection, 'side' | 'symbol' | 'question' | 'context'>;

/** The place of a node. */
export function detectionAt(node: Node, fragment: Fragment, extras: Extras = {}): Detection {
  return {
    line: node.startPosition.row + fragment.lineOffset,
    column: node.startPosition.column + 1,
    endLine: node.endPosition.row + fragment.lineOffset,
    endColumn: node.endPosition.column + 1,
    node,
    fragment,
    ...extras,
  };
}

/** A stretch of one line: `start` and `end` are 0-based indices into it, such as those of a regular expression's match. */
export function detectionIn(line: number, start: number, end: number, extras: Extras = {}): Detection {
  return { line, column: start + 1, endLine: line, endColumn: end + 1, ...extras };
}
