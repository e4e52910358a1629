import type { HouseRule } from './houseRule.ts';
import type { Attention } from './pattern.ts';

export const LAYERS = ['bindings', 'api', 'device', 'c', 'build', 'docs', 'tests'] as const;
export type Layer = (typeof LAYERS)[number];

export const PHASES = ['init', 'runtime', 'teardown', 'migration', 'unknown'] as const;
export type Phase = (typeof PHASES)[number];

/** As what something is shown among the problems of an editor while it is written. */
export const PROBLEM_KINDS = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** A project's paths, phases, policies and links. Data: `src/profiles/*.json`. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** How a series or tree of this project is recognised. */
  readonly recognise: {
    /** Globs; a series with a path that matches one counts for this profile. */
    readonly paths: readonly string[];
    /** Substrings of recipients, such as a list's name. */
    readonly recipients: readonly string[];
  };
  /** Globs to layers; the first match wins. */
  readonly layers: readonly { readonly glob: string; readonly layer: Layer }[];
  /** Where functions run, by the place they are registered. Names are slots (`realize`, `read`) or trait constants. */
  readonly phases: readonly {
    readonly phase: Phase;
    readonly slots: readonly string[];
    readonly functions: readonly string[];
  }[];
  /** Globs of generated files: recognised and kept quiet. */
  readonly generated: readonly string[];
  /** Patterns whose owed explanation the project does not ask for, by layer. */
  readonly quiet: readonly { readonly pattern: string; readonly layer: Layer }[];
  /** What the project expects of a posting beside its code. */
  readonly houseRules: readonly HouseRule[];
  /** How loudly an editor asks about changed lines, by attention; settings of the user win. */
  readonly problems?: Readonly<Partial<Record<Attention, ProblemKind>>>;
  /** Documents that a repository's own profile names. */
  readonly docs?: readonly DocMapping[];
}

/** A document for places of a pattern, in files that match a glob, about a symbol; all that are given must hold. */
export interface DocMapping {
  readonly title: string;
  readonly pattern: string | undefined;
  readonly path: string | undefined;
  readonly symbol: string | undefined;
  /** Absolute https URL; or null when `document` is given. */
  readonly url: string | null;
  /** Path in the repository, with an optional `#heading-anchor`. */
  readonly document: string | null;
}
