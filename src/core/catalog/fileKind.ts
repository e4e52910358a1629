import { languageOf } from '../patch/language.ts';
import type { PatternLanguage } from './pattern.ts';

const NAMES: readonly (readonly [PatternLanguage, RegExp])[] = [
  ['toml', /\.toml$/],
  ['meson', /(^|\/)meson(\.build|_options\.txt|\.options)$/],
  ['kconfig', /(^|\/)Kconfig[^/]*$/],
  ['make', /(^|\/)(Makefile[^/]*|Kbuild[^/]*)$|\.mk$/],
  ['wrap', /\.wrap$/],
];

/** The kind of a file by its name, as patterns know it: a parsed language, a kind of build file, or `text`. */
export function fileKindOf(path: string): PatternLanguage {
  return languageOf(path) ?? NAMES.find(([, name]) => name.test(path))?.[0] ?? 'text';
}

/** Paths that examples stand for when they name none. */
export const USUAL_PATH: Record<PatternLanguage, string> = {
  rust: 'src/example.rs',
  c: 'example.c',
  toml: 'Cargo.toml',
  meson: 'meson.build',
  kconfig: 'Kconfig',
  make: 'Makefile',
  wrap: 'subprojects/example.wrap',
  text: 'README',
};
