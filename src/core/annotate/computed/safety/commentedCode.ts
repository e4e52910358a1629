import type { Node } from '../../../syntax/engine.ts';
import type { Fragment } from '../../../syntax/fragment.ts';
import type { Comment } from '../../explain/comment.ts';
import { rawParameters, type UnsafeUse, unsafeUse } from '../../explain/unsafeUse.ts';
import { safetyComment, safetyPlace } from '../../explain/safetyComment.ts';
import { ancestors } from '../../facets/ancestors.ts';
import { MACRO_WRAPPER } from '../../match/macroCode.ts';
import type { LineRange } from '../../lineRange.ts';
import type { DetectorSide } from '../detector.ts';

/** An unsafe block or impl with the safety comment that stands at it. */
export interface CommentedUnsafe {
  readonly node: Node;
  readonly fragment: Fragment;
  readonly comment: Comment;
  readonly use: UnsafeUse;
  /** The function around it; undefined if there is none or its beginning is not shown. */
  readonly function: Node | undefined;
  /** From the first line of the comment to the last of the code. */
  readonly lines: LineRange;
}

const UNSAFE = '[(unsafe_block) (impl_item "unsafe")] @unsafe';

/** Every unsafe block and impl of the shown hunks (`everywhere`: of all that the image shows) that has a safety comment. */
export function commentedUnsafe(side: DetectorSide, everywhere = false): readonly CommentedUnsafe[] {
  return side.find(UNSAFE, everywhere).flatMap((found) => {
    const node = found.get('unsafe');
    const { fragment } = found;
    const line = (row: number): number => row + fragment.lineOffset;
    const comment = safetyComment((at) => fragment.source[at - fragment.firstLine], safetyPlace(node, line));
    if (!comment) return [];
    const around = functionAround(node, fragment);
    return {
      node,
      fragment,
      comment,
      use: unsafeUse(node, {
        rawNames: around ? rawParameters(around) : new Set(),
        selfNames: typeWords(node),
      }),
      function: around,
      lines: {
        first: Math.min(comment.first, line(node.startPosition.row)),
        last: line(node.endPosition.row),
      },
    };
  });
}

/** `QemuTimer` is spoken of as the timer. */
function typeWords(node: Node): readonly string[] {
  const type = ancestors(node)
    .find((around) => around.type === 'impl_item')
    ?.childForFieldName('type')?.text;
  return type?.replace(/<.*$/s, '').match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? [];
}

/** The nearest function around a node whose head the image shows; what a macro's code will stand in is not known. */
export function functionAround(node: Node, { firstLine, lastLine, lineOffset }: Fragment): Node | undefined {
  const nearest = ancestors(node).find(({ type }) => type === 'function_item');
  if (nearest?.childForFieldName('name')?.text === MACRO_WRAPPER) return undefined;
  const line = (nearest?.startPosition.row ?? 0) + lineOffset;
  return nearest && line >= firstLine && line <= lastLine ? nearest : undefined;
}

/** True for `unsafe fn`. */
export function isUnsafeFunction(item: Node): boolean {
  const modifiers = item.namedChildren.find(({ type }) => type === 'function_modifiers');
  return modifiers !== undefined && /\bunsafe\b/.test(modifiers.text);
}
