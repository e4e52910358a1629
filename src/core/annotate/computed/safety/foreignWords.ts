import type { DetectorContext, DetectorSide } from '../detector.ts';
import type { CommentedUnsafe } from './commentedCode.ts';

const SHORTEST_COPY = 4;
const IDENTIFIER = /[A-Za-z_]\w*/g;
/** Types are named in general statements; fields, variables and functions belong to a place. */
const VARIABLE = /\b[a-z_]\w*/g;

/**
 * The question about a name in a safety comment that the patch takes out of the code: the comment was left behind by a
 * renaming. Undefined if there is none.
 */
export function goneName(place: CommentedUnsafe, context: DetectorContext): string | undefined {
  const name = namesOf(place.comment.text).find(
    (word) => namesIn(context.old).has(word) && !namesIn(context.new).has(word),
  );
  return name === undefined
    ? undefined
    : `The patch takes ${name} out of the code, and the comment still speaks of it. What is the reason now?`;
}

/**
 * The question about a comment whose words stand at other unsafe code too and name something that occurs there and not
 * here; or which is the same for `Send` and for `Sync`. Undefined if that is not so.
 */
export function copiedDoubt(
  place: CommentedUnsafe,
  everywhere: readonly CommentedUnsafe[],
): string | undefined {
  const words = place.comment.text;
  if (words.split(/\s+/).length < SHORTEST_COPY) return undefined;
  const others = everywhere.filter(
    ({ node, comment }) =>
      node.id !== place.node.id && comment.first !== place.comment.first && comment.text === words,
  );
  const promise = promised(place);
  if (promise !== undefined && others.some((other) => (promised(other) ?? promise) !== promise))
    return 'The same words stand for Send and for Sync. Moving and sharing are different promises: what holds for each?';
  const here = around(place);
  for (const other of others) {
    const there = around(other);
    const name = namesOf(words).find((word) => there.has(word) && !here.has(word));
    if (name !== undefined)
      return `The same words stand at line ${other.comment.first}, and ${name} occurs there and not here. Does the reason hold here too?`;
  }
  return undefined;
}

function promised({ node }: CommentedUnsafe): 'Send' | 'Sync' | undefined {
  const name = node.type === 'impl_item' ? (node.childForFieldName('trait')?.text ?? '') : '';
  return /(^|::)Send$/.test(name) ? 'Send' : /(^|::)Sync$/.test(name) ? 'Sync' : undefined;
}

/** Names in a comment that are clearly code: alone or with fields in backticks, with an underscore inside, or called. */
function namesOf(comment: string): readonly string[] {
  return [...comment.matchAll(/`([\w.]+)`|(?<![\w:`])([A-Za-z]\w*_\w+|\w+(?=\(\)))(?![\w:`])/g)].flatMap(
    ([, quoted, plain]) => (quoted ?? plain ?? '').match(VARIABLE) ?? [],
  );
}

function around({ function: item, node }: CommentedUnsafe): ReadonlySet<string> {
  const code = (item ?? node).text.replace(/\/\/[^\n]*/g, '');
  return new Set(code.match(IDENTIFIER));
}

const known = new WeakMap<DetectorSide, ReadonlySet<string>>();

/** Identifiers of the code that the hunks show on one side. */
function namesIn(side: DetectorSide): ReadonlySet<string> {
  const names = known.get(side) ?? readNames(side);
  known.set(side, names);
  return names;
}

function readNames(side: DetectorSide): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of side.lines.text.keys())
    for (const name of (side.code(line) ?? '').match(IDENTIFIER) ?? []) names.add(name);
  return names;
}
