import type { Detection, DetectorContext } from './detector.ts';
import { matchingLines } from './matchingLines.ts';

const IN_TOML = /^\s*(?<anchor>rust-version|msrv|edition|channel)\s*=\s*["']/dg;
const IN_MESON = /(?<anchor>version_compare\s*\(\s*'[<>=!]*\s*\d|\bmeson_version\s*:\s*'|\brust_std=)/dg;
const ABOUT_RUST = /rust|bindgen|cargo|clippy|meson_version|rust_std/i;

/** The versions that build files ask for; newer syntax in Rust is found by the query. */
export function* msrvFeature({ kind, new: side }: DetectorContext): Iterable<Detection> {
  const question = 'Do all places that name the oldest supported version agree after this change?';
  if (kind === 'toml') yield* matchingLines(side, IN_TOML, question);
  if (kind !== 'meson') return;
  for (const found of matchingLines(side, IN_MESON, question))
    if (ABOUT_RUST.test(side.text(found.line) ?? '')) yield found;
}
