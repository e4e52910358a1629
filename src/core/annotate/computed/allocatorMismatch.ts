import type { Node } from '../../syntax/engine.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

/** Which function gives back what which functions allocate. */
const FAMILIES: readonly (readonly [free: string, allocate: RegExp])[] = [
  [
    'g_free',
    /^g_(malloc|malloc0|realloc|new|new0|try_malloc|strdup|strndup|strdup_printf|strdup_vprintf|memdup|memdup2|strconcat|strjoin|build_filename|base64_encode)$/,
  ],
  ['free', /^(malloc|calloc|realloc|strdup|strndup)$/],
  ['qemu_vfree', /^qemu_(memalign|try_memalign|blockalign0?|try_blockalign0?)$/],
  ['kfree', /^(kmalloc|kzalloc|kcalloc|kmemdup|kstrdup|kstrndup|kasprintf|kmalloc_array|krealloc)$/],
  ['vfree', /^(vmalloc|vzalloc)$/],
  ['kvfree', /^(kvmalloc|kvzalloc|kvcalloc|kvmalloc_array)$/],
];
const FREES = new Set(FAMILIES.map(([free]) => free));

const CALLS = '(call_expression function: (identifier) @name arguments: (argument_list) @arguments) @call';

/** C functions that take memory from one family and give it to another; single calls in Rust are found by the query. */
export function* allocatorMismatch({ kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind !== 'c') return;
  for (const { fragment, get } of side.find(CALLS)) {
    const name = get('name');
    if (!FREES.has(name.text)) continue;
    const [freed] = get('arguments').namedChildren;
    const body = functionBody(get('call'));
    if (!freed || !body) continue;
    const source = allocatorOf(freed.text, body, get('call'));
    const family = FAMILIES.find(([, allocate]) => source !== undefined && allocate.test(source.text));
    if (!source || !family || family[0] === name.text || isLarger(name.text, family[0])) continue;
    const line = (row: number): number => row + fragment.lineOffset;
    yield detectionAt(name, fragment, {
      symbol: freed.text,
      question: `${freed.text} comes from ${source.text}. Is ${name.text} the function that gives it back?`,
      context: { first: line(source.startPosition.row), last: line(name.endPosition.row) },
    });
  }
}

/** `kvfree` takes what `kmalloc` and `vmalloc` gave. */
function isLarger(used: string, expected: string): boolean {
  return used === 'kvfree' && (expected === 'kfree' || expected === 'vfree');
}

function functionBody(call: Node): Node | undefined {
  let node = call.parent;
  while (node && node.type !== 'function_definition') node = node.parent;
  return node?.childForFieldName('body') ?? undefined;
}

/** The function whose result was last put into `variable` before `until`. */
function allocatorOf(variable: string, body: Node, until: Node): Node | undefined {
  let last: Node | undefined;
  const visit = (node: Node): void => {
    if (node.startIndex >= until.startIndex) return;
    const [target, value] =
      node.type === 'init_declarator'
        ? [node.childForFieldName('declarator'), node.childForFieldName('value')]
        : node.type === 'assignment_expression'
          ? [node.childForFieldName('left'), node.childForFieldName('right')]
          : [null, null];
    if (target && value && target.text.replace(/^[*\s]+/, '') === variable)
      last =
        value.type === 'call_expression' ? (value.childForFieldName('function') ?? undefined) : undefined;
    for (const child of node.namedChildren) visit(child);
  };
  visit(body);
  return last;
}
