import type { Detection, DetectorContext } from './detector.ts';
import { matchingLines } from './matchingLines.ts';

const WRAPPER = /(^|\/)(\w*wrapper|bindings_helper)\.h$/;
const INCLUDE = /^\s*#\s*include\s*(?<anchor>["<][^">]+[">])/dg;
const CONSTANT = /\b(?<anchor>RUST_CONST_HELPER_\w+)/dg;
const OPTION =
  /(?<anchor>--(?:(?:allow|block|white|black)list-[a-z]+|opaque-type|rustified(?:-non-exhaustive)?-enum|bitfield-enum|newtype-enum|constified-enum(?:-module)?|default-enum-style|no-(?:copy|default|debug|layout-tests)|with-derive-[a-z]+|raw-line|use-core|ctypes-prefix))(?![\w-])|\b(?<call>rust\.bindgen)\s*\(/dg;

/** Headers that are bound, and options of bindgen in build files; its builder in Rust is found by the query. */
export function* bindgenSurface({ path, kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind === 'c') {
    if (!WRAPPER.test(path)) return;
    yield* matchingLines(
      side,
      INCLUDE,
      'Is this header the same for every target, and what of it is needed in Rust?',
    );
    yield* matchingLines(side, CONSTANT);
  } else if (kind !== 'rust') yield* matchingLines(side, OPTION);
}
