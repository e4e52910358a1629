import type { Node } from '../../syntax/engine.ts';
import { ancestors } from '../facets/ancestors.ts';
import { changedLines } from './changedLines.ts';
import { detectionAt, detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { functionHead } from './functionHead.ts';

const STRATEGY = /^\s*panic\s*=\s*["'](?:abort|unwind)["']/;

const PANICS = `[
  (call_expression
    function: (field_expression field: (field_identifier) @name)
    arguments: (arguments) @arguments)
  (macro_invocation macro: (identifier) @name)
] @panic`;
const PANICKING = /^(panic|unreachable|todo|unimplemented|assert|assert_eq|assert_ne)$/;
const CAUGHT = /catch_unwind|catch_panic|panic_boundary/;

/**
 * The panic strategy in `Cargo.toml`, and panics that come into a function of C's which is there already; new ones are
 * found by the pattern's query.
 */
export function* panicAcrossFfi({ kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind === 'rust')
    for (const found of side.find(PANICS)) {
      const name = found.get('name');
      const { fragment } = found;
      if (!mayPanic(name.text, found.has('arguments') ? found.get('arguments').text : null)) continue;
      if (!side.lines.changed.has(name.startPosition.row + fragment.lineOffset)) continue;
      if (isCaught(name)) continue;
      const head = functionHead(name, fragment, side);
      if (!head || !/\bextern\s+"C"/.test(head.text)) continue;
      if (head.line === null || !side.lines.changed.has(head.line))
        yield detectionAt(name, fragment, {
          question: 'C calls this function. What does it see when this panics?',
        });
    }
  if (kind !== 'toml') return;
  for (const { line, text } of changedLines(side))
    if (STRATEGY.test(text))
      yield detectionIn(line, text.search(/\S/), text.trimEnd().length, {
        question: 'Which artifacts does this strategy apply to, and what do callers in C see after a panic?',
      });
}

function mayPanic(name: string, argumentList: string | null): boolean {
  if (argumentList === null) return PANICKING.test(name);
  return name === 'unwrap' ? argumentList === '()' : name === 'expect' && argumentList.startsWith('("');
}

function isCaught(node: Node): boolean {
  return ancestors(node).some(
    ({ type, text }) => type === 'call_expression' && CAUGHT.test(text.slice(0, text.indexOf('(') + 1)),
  );
}
