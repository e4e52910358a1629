import type { Pattern } from './pattern.ts';
import type { Profile } from './profile.ts';

/** All patterns and profiles in use. `dist/catalog.json` is one of these, made at build time by the strict readers. */
export interface Catalog {
  readonly patterns: readonly Pattern[];
  readonly profiles: readonly Profile[];
}
