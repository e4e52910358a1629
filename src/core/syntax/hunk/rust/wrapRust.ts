import type { HunkCode } from '../hunkCode.ts';
import type { Wrapping } from '../wrapping.ts';
import { innerRustContext, rustOpening } from './innerRust.ts';
import { outerRustContexts } from './outerRust.ts';
import { RUST_WRAPPERS, type RustContext } from './rustContext.ts';
import { rustHead, rustTail } from './rustEnds.ts';
import { rustShape, type RustShape } from './rustShape.ts';

/** Ways to complete a hunk of Rust, the likeliest first. */
export function* wrapRust(hunk: HunkCode): Generator<Wrapping> {
  const shapes = hunk.cut.levels.map(({ code }) => rustShape(code));
  const outermost = shapes.at(-1);
  if (!outermost) return;
  for (const context of outerRustContexts(hunk, outermost)) {
    const [open, close] = RUST_WRAPPERS[context];
    const before = open + climb(hunk, shapes, context);
    yield {
      before: hunk.section.unsafe ? before.replace(/\bfn __/g, 'unsafe fn __') : before,
      after: rustTail(hunk, context) + close,
      inFunction: before.includes('fn __'),
    };
  }
}

/** Opens what the hunk closes, outermost first, down to its first element. */
function climb(hunk: HunkCode, shapes: readonly RustShape[], outer: RustContext): string {
  const { levels } = hunk.cut;
  let context = outer;
  let text = '';
  for (let at = levels.length - 2; at >= 0; at--) {
    const [level, shape] = [levels[at], shapes[at]];
    if (!level || !shape) break;
    const inner = innerRustContext(level, shape, context, hunk);
    text += rustOpening(level, inner, context, levels[at + 1]?.code ?? []);
    context = inner;
  }
  return text + rustHead(levels[0]?.code ?? [], context, levels.length > 1);
}
