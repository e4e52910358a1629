import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { ancestors } from '../facets/ancestors.ts';
import type { DetectorSide } from './detector.ts';
import { functionAround } from './safety/commentedCode.ts';

/** The head of a function, up to its body. */
export interface FunctionHead {
  readonly text: string;
  /** 1-based image line of its name, or null if only the heading of a hunk names it. */
  readonly line: number | null;
}

/**
 * The function around a node: as the image shows it, or else as the heading of the hunk has its first line, which may be
 * cut off. Undefined where no function is, or none is named.
 */
export function functionHead(node: Node, fragment: Fragment, side: DetectorSide): FunctionHead | undefined {
  const shown = functionAround(node, fragment);
  if (shown) {
    const body = shown.childForFieldName('body');
    const name = shown.childForFieldName('name') ?? shown;
    return {
      text: shown.text.slice(0, body ? body.startIndex - shown.startIndex : undefined),
      line: name.startPosition.row + fragment.lineOffset,
    };
  }
  if (fragment.macro || !ancestors(node).some(({ type }) => type === 'function_item')) return undefined;
  const line = node.startPosition.row + fragment.lineOffset;
  const part = side.image.parts.find(
    ({ firstLine, lines }) => firstLine <= line && line < firstLine + lines.length,
  );
  return part && /\bfn\s+\w/.test(part.section) ? { text: part.section, line: null } : undefined;
}
