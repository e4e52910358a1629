import { allocatorMismatch } from './allocatorMismatch.ts';
import { bindgenSurface } from './bindgenSurface.ts';
import { cLikeRust } from './cLikeRust.ts';
import { coroutineAsync } from './coroutineAsync.ts';
import type { Detector } from './detector.ts';
import { intWidthCast } from './intWidthCast.ts';
import { lintSuppression } from './lintSuppression.ts';
import { lockOrContext } from './lockOrContext.ts';
import { macroHiddenUnsafe } from './macroHiddenUnsafe.ts';
import { msrvFeature } from './msrvFeature.ts';
import { mutRefFromC } from './mutRefFromC.ts';
import { namedLifetime } from './namedLifetime.ts';
import { newCrate } from './newCrate.ts';
import { panicAcrossFfi } from './panicAcrossFfi.ts';
import { publicApiItem } from './publicApiItem.ts';
import { publicApiShape } from './publicApiShape.ts';
import { publicApiType } from './publicApiType.ts';
import { rawBindingsInDevice } from './rawBindingsInDevice.ts';
import { reentrantBorrow } from './reentrantBorrow.ts';
import { registerResetParity } from './registerResetParity.ts';
import { safetyCommentMismatch } from './safetyCommentMismatch.ts';
import { traceLogParity } from './traceLogParity.ts';

/**
 * Patterns that a query alone cannot tell. Each is a pattern file like any other with `computed: true` in its front
 * matter, and one function here under the pattern's id, in a file of its own (`safetyCommentMismatch.ts`). Its `## Query` may
 * be missing, or find the part that queries can; both finds count, once per place.
 *
 * A detector gets one file change at a time (`DetectorContext`: both sides with their lines, trees and queries, what the
 * other patterns matched, path, layer, patch and series) and yields places (`detectionAt(node, fragment)`,
 * `detectionIn(line, start, end)`). It runs for the kinds of files in the pattern's `languages` (also `toml`, `meson`,
 * `kconfig`, `make`, `wrap`, `text`, which are never parsed: read their `text`), and only where a cue of the pattern
 * stands in the shown hunks; without cues, everywhere. A place counts only if a line of it, or of its `context`, is
 * changed. Facets, ids and attention are added afterwards, as for every match. Detectors keep no state and no node.
 *
 * Examples run through the same matcher. In them `path=…` after the polarity sets the file's path (```toml flagged
 * path=rust/Cargo.toml), and `diff` before the language makes the lines those of a hunk (```diff rust flagged), for what
 * only the difference tells.
 */
export const DETECTORS: Readonly<Record<string, Detector>> = {
  'allocator-mismatch': allocatorMismatch,
  'bindgen-surface': bindgenSurface,
  'c-like-rust': cLikeRust,
  'coroutine-async': coroutineAsync,
  'int-width-cast': intWidthCast,
  'lint-suppression': lintSuppression,
  'lock-or-context': lockOrContext,
  'macro-hidden-unsafe': macroHiddenUnsafe,
  'msrv-feature': msrvFeature,
  'mut-ref-from-c': mutRefFromC,
  'named-lifetime': namedLifetime,
  'new-crate': newCrate,
  'panic-across-ffi': panicAcrossFfi,
  'public-api-item': publicApiItem,
  'public-api-shape': publicApiShape,
  'public-api-type': publicApiType,
  'raw-bindings-in-device': rawBindingsInDevice,
  'reentrant-borrow': reentrantBorrow,
  'register-reset-parity': registerResetParity,
  'safety-comment-mismatch': safetyCommentMismatch,
  'trace-log-parity': traceLogParity,
};
