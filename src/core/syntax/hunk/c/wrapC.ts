import type { HunkCode } from '../hunkCode.ts';
import type { Wrapping } from '../wrapping.ts';
import { C_WRAPPERS, outerCContexts, type CContext } from './cContext.ts';
import { cHead, cTail } from './cEnds.ts';
import { cShape, type CShape } from './cShape.ts';
import { cOpening } from './innerC.ts';

/** Ways to complete a hunk of C, the likeliest first. */
export function* wrapC(hunk: HunkCode): Generator<Wrapping> {
  const shapes = hunk.cut.levels.map(({ code }) => cShape(code));
  const outermost = shapes.at(-1);
  if (!outermost) return;
  for (const context of outerCContexts(hunk, outermost)) {
    const [open, close] = C_WRAPPERS[context];
    const before = open + climb(hunk, shapes, context);
    yield { before, after: cTail(hunk, context) + close, inFunction: before.includes('__h(') };
  }
}

/** Opens what the hunk closes, outermost first, down to its first element. */
function climb(hunk: HunkCode, shapes: readonly CShape[], outer: CContext): string {
  const { levels } = hunk.cut;
  let context = outer;
  let text = '';
  for (let at = levels.length - 2; at >= 0; at--) {
    const [level, shape] = [levels[at], shapes[at]];
    if (!level || !shape) break;
    const [opening, inner] = cOpening(level, shape, context);
    text += opening;
    context = inner;
  }
  return text + cHead(hunk, context);
}
