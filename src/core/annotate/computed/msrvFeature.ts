import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext, DetectorSide } from './detector.ts';
import { matchingLines } from './matchingLines.ts';

const IN_TOML =
  /^\s*(?<anchor>rust-version|msrv|channel|edition(?=\s*=\s*["'](?!20(?:15|18|21))))\s*=\s*["']/dg;
const IN_MESON =
  /(?<anchor>version_compare\s*\(\s*'[<>=!]*\s*\d|\bmeson_version\s*:\s*'|\brust_std=(?!20(?:15|18|21)))/dg;
const ABOUT_RUST = /rust|bindgen|cargo|clippy|meson_version|rust_std/i;

/** The versions that build files ask for; newer syntax in Rust is found by the query. */
export function* msrvFeature({ kind, new: side }: DetectorContext): Iterable<Detection> {
  const question = 'Do all places that name the oldest supported version agree after this change?';
  if (kind === 'rust') yield* firstUnsafeAttribute(side);
  if (kind === 'toml') yield* matchingLines(side, IN_TOML, question);
  if (kind !== 'meson') return;
  for (const found of matchingLines(side, IN_MESON, question))
    if (ABOUT_RUST.test(side.text(found.line) ?? '')) yield found;
}

const UNSAFE_ATTRIBUTE = /#!?\[unsafe\(/;

/** `#[unsafe(no_mangle)]` once per file: after the first one, the file needs that compiler anyway. */
function* firstUnsafeAttribute(side: DetectorSide): Iterable<Detection> {
  for (const { line, text } of changedLines(side)) {
    const found = UNSAFE_ATTRIBUTE.exec(side.code(line) ?? '');
    if (!found) continue;
    const elsewhere = side.image.parts.some(({ firstLine, lines }) =>
      lines.some(
        (other, index) => UNSAFE_ATTRIBUTE.test(other) && !side.lines.changed.has(firstLine + index),
      ),
    );
    if (!elsewhere) yield detectionIn(line, found.index, text.indexOf('(', found.index));
    return;
  }
}
