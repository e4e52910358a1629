import type { Node } from '../../../syntax/engine.ts';
import type { Fragment } from '../../../syntax/fragment.ts';
import { ancestors } from '../../facets/ancestors.ts';
import { detectionIn } from '../detectionAt.ts';
import type { Detection, DetectorContext } from '../detector.ts';
import { functionAround, isUnsafeFunction } from './commentedCode.ts';

const COMMENTS = '[(line_comment) (block_comment)] @comment';

/** `SAFETY:` above code that is not unsafe, and `# Safety` on functions that are safe to call. */
export function* needlessSafety({ new: side }: DetectorContext): Iterable<Detection> {
  for (const found of side.find(COMMENTS)) {
    const comment = found.get('comment');
    const { fragment } = found;
    const shown = lineOf(comment, fragment);
    if (shown < fragment.firstLine || shown > fragment.lastLine) continue;
    const question = /^\/\/[/!]\s*#+ Safety\s*$/i.test(comment.text)
      ? headingQuestion(comment)
      : /^(\/\/[/!]?|\/\*+!?[\s*]*)\s*SAFETY:/i.test(comment.text)
        ? commentQuestion(comment, fragment)
        : undefined;
    if (question === undefined) continue;
    const next = following(comment);
    const { column } = comment.startPosition;
    const context = { first: shown, last: next ? lineOf(next, fragment) : shown };
    yield detectionIn(shown, column, column + firstLine(comment.text).length, { question, context });
  }
}

function commentQuestion(comment: Node, fragment: Fragment): string | undefined {
  const next = following(comment);
  if (!next || lineOf(next, fragment) > fragment.lastLine) return undefined;
  if (isUnsafeFunction(next))
    return 'Callers look for the conditions under a # Safety heading of the documentation. Should this stand there?';
  if (insideUnsafe(comment, fragment)) return undefined;
  if (/^(foreign_mod_item|attribute_item|macro_definition|macro_invocation|ERROR|\W)/.test(next.type))
    return undefined;
  const rest = [next, ...partsBehind(next, comment)];
  if (rest.some(speaksForUnsafe)) return undefined;
  return rest.some(({ text }) => /\bunsafe\b/.test(text)) || followsLater(next)
    ? 'The unsafe code comes further down. Should the comment stand directly at it?'
    : 'Nothing below this comment is unsafe. What does it explain?';
}

/** Macros of the standard library, which hide nothing unsafe. */
const PLAIN_MACRO =
  /^(?:(?:debug_)?assert(?:_eq|_ne)?|panic|unreachable|todo|matches|vec|format|e?println|writeln?)$/;

/**
 * Whether a comment above a node is about unsafe code: a block that is part of its expression, an unsafe impl or field, or a
 * macro that nobody knows. What stands in blocks and functions of its own would have its own comment.
 */
function speaksForUnsafe(node: Node): boolean {
  if (node.type === 'unsafe_block' || node.type === 'unsafe') return true;
  if (node.type === 'macro_invocation')
    return !PLAIN_MACRO.test(node.childForFieldName('macro')?.text ?? '') || /\bunsafe\b/.test(node.text);
  if (node.type === 'block' || node.type === 'declaration_list') return false;
  return node.children.some(speaksForUnsafe);
}

/** What follows inside the expression or argument list that the comment stands in. */
function partsBehind(next: Node, comment: Node): readonly Node[] {
  const parts: Node[] = [];
  if (comment.parent && LIST.test(comment.parent.type)) return parts;
  for (let part = next.nextSibling; part; part = part.nextSibling) parts.push(part);
  return parts;
}

const LIST = /^(block|source_file|declaration_list|match_block|field_initializer_list|enum_variant_list)$/;

/** The block that is meant comes after one or two other statements. */
function followsLater(statement: Node): boolean {
  const second = statement.nextNamedSibling;
  return [second, second?.nextNamedSibling].some((node) => /\bunsafe\s*\{/.test(node?.text ?? ''));
}

function headingQuestion(heading: Node): string | undefined {
  const next = following(heading);
  if (next?.type === 'trait_item')
    return next.children.some(({ type }) => type === 'unsafe')
      ? undefined
      : 'The trait is safe to implement, and still asks something of those who do. Should it be unsafe, or is this no condition?';
  if (!next || !/^function_(signature_)?item$/.test(next.type) || isUnsafeFunction(next)) return undefined;
  return 'The function is safe to call, and still asks something of its callers. Should it be unsafe, or is this no condition?';
}

/** The next node that is neither a comment nor an attribute; an attribute that exports a symbol counts. */
function following(comment: Node): Node | undefined {
  let next = comment.nextSibling;
  while (
    next &&
    (next.type.endsWith('comment') ||
      (next.type === 'attribute_item' && !/no_mangle|export_name|link_section/.test(next.text)))
  )
    next = next.nextSibling;
  return next ?? undefined;
}

function insideUnsafe(node: Node, fragment: Fragment): boolean {
  const [, ...around] = ancestors(node);
  if (
    around.some(({ type }) =>
      /^(unsafe_block|token_tree|macro_invocation|macro_definition|ERROR)$/.test(type),
    )
  )
    return true;
  if (
    around.some((item) => item.type === 'impl_item' && item.children.some((child) => child.text === 'unsafe'))
  )
    return true;
  const item = functionAround(node, fragment);
  return item ? isUnsafeFunction(item) : fragment.kind === 'hunk';
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('').trimEnd();
}

function lineOf(node: Node, fragment: Fragment): number {
  return node.startPosition.row + fragment.lineOffset;
}
