import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

const RESETS =
  '(function_item name: (identifier) @name parameters: (parameters (self_parameter)) body: (block) @body) @function';
const NAME = /^(reset|reset_(enter|hold|exit)|legacy_reset)$/;

/** Reset methods in Rust, and a question of their own for empty ones; the rest is found by the query. */
export function* registerResetParity({ new: side, kind }: DetectorContext): Iterable<Detection> {
  if (kind !== 'rust') return;
  for (const { fragment, get } of side.find(RESETS)) {
    const name = get('name');
    if (!NAME.test(name.text)) continue;
    const empty = get('body').namedChildren.every(({ type }) => type.endsWith('comment'));
    const line = (row: number): number => row + fragment.lineOffset;
    const whole = get('function');
    yield detectionAt(name, fragment, {
      symbol: name.text,
      context: { first: line(whole.startPosition.row), last: line(whole.endPosition.row) },
      question: empty
        ? 'Nothing is reset here. Which fields does C set?'
        : "Which of C's fields does the reset not set?",
    });
  }
}
