import { safetyDoubt } from '../../explain/safetyDoubt.ts';
import { type Detection, type DetectorContext } from '../detector.ts';
import { type CommentedUnsafe, commentedUnsafe, isUnsafeFunction } from './commentedCode.ts';
import { copiedDoubt, goneName } from './foreignWords.ts';

/** Safety comments that are there and leave a question open. */
export function* doubtfulComments(context: DetectorContext): Iterable<Detection> {
  const commented = commentedUnsafe(context.new);
  if (commented.length === 0) return;
  const everywhere = commentedUnsafe(context.new, true);
  for (const place of commented) {
    const question = doubt(place) ?? goneName(place, context) ?? copiedDoubt(place, everywhere);
    if (question !== undefined) yield atComment(place, question);
  }
}

function doubt({ node, comment, use, function: around }: CommentedUnsafe): string | undefined {
  if (node.type !== 'unsafe_block') return implDoubt(comment.text);
  return safetyDoubt(comment.text, {
    use,
    inUnsafeFunction: around && isUnsafeFunction(around),
  });
}

function implDoubt(comment: string): string | undefined {
  const text = comment.replace(/^.*?SAFETY:\s*/is, '');
  return /\b(only|just|merely) (holds?|contains?|wraps?|stores?|is) (a |an )?(single )?(raw )?pointer\b/i.test(
    text,
  )
    ? 'That it holds a pointer is why the compiler asks. What makes the promise true for what the pointer leads to?'
    : safetyDoubt(comment, { use: { calls: [], names: new Set() }, inUnsafeFunction: undefined });
}

/** The comment's first line is the place; a change of the comment or of its code makes it part of the patch. */
function atComment({ comment, fragment, node, lines }: CommentedUnsafe, question: string): Detection {
  const text = fragment.source[comment.first - fragment.firstLine] ?? '';
  const start = Math.max(0, text.search(/\/\/|\/\*/));
  return {
    line: comment.first,
    column: start + 1,
    endLine: comment.first,
    endColumn: text.trimEnd().length + 1,
    question,
    context: lines,
    node,
    fragment,
  };
}
