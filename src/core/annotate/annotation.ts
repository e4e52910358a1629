import type { Attention, Category } from '../catalog/pattern.ts';
import type { Layer, Phase } from '../catalog/profile.ts';
import type { Side } from '../patch/series.ts';

export type Visibility = 'public' | 'crate' | 'private';
export type ExplainedBy =
  | 'none'
  | 'safety-comment'
  | 'safety-doc'
  | 'c-doc'
  | 'commit-message'
  | 'later-patch'
  | 'placeholder'
  | 'stale';
export type Origin = 'introduced' | 'changed' | 'moved' | 'pre-existing' | 'addressed-later';
export type Confidence = 'whole' | 'hunk' | 'unresolved';

/** Facts attached to an annotation. Computed from the code and the profile, never from a pattern file. */
export interface Facets {
  readonly layer: Layer;
  readonly phase: Phase;
  /** Why this phase: the slot or function that says so (`slot read of FAN_OPS`), or null when unknown. */
  readonly phaseReason: string | null;
  readonly visibility: Visibility;
  /** Null where nothing is owed. */
  readonly explainedBy: ExplainedBy | null;
  /** The explanation's text, when there is one. */
  readonly explanation: string | null;
  readonly origin: Origin;
  readonly confidence: Confidence;
  /** Inside a macro's body or arguments, seen as tokens and not expanded. */
  readonly inMacro: boolean;
  /** The file is generated. */
  readonly generated: boolean;
}

/** What a function asks of its callers. */
export interface SafetyConditions {
  /** As it is called: `from_raw_parts`. */
  readonly callee: string;
  readonly conditions: readonly string[];
  /** `path:line` in the series, or the https address of the standard library's documentation. */
  readonly source: string;
}

/** One occurrence of a pattern on lines of a patch. Plain data; lines and columns 1-based, columns in UTF-16 units. */
export interface Annotation {
  /** Stable for the same code at the same place of the same item. */
  readonly id: string;
  readonly pattern: string;
  readonly category: Category;
  readonly attention: Attention;
  readonly side: Side;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly title: string;
  /** The question to ask here: the pattern's first one, or one that the facets choose. */
  readonly question: string;
  /** Enclosing item (`impl FanState`, `fan_read`), or null. */
  readonly item: string | null;
  /** The symbol this is about (function, type, callee), or null. */
  readonly symbol: string | null;
  readonly facets: Facets;
  /** Of an unsafe block: what the functions that it calls ask for, as far as the series and the standard library tell. */
  readonly conditions?: readonly SafetyConditions[];
}

/** The annotations of one file change, in order of line. */
export interface FileAnnotations {
  /** Kind of the new side's image (old side's for a deletion). */
  readonly image: 'whole' | 'hunks' | 'none';
  readonly layer: Layer;
  readonly generated: boolean;
  readonly annotations: readonly Annotation[];
}
