import type { Annotation, FileAnnotations } from './annotation.ts';
import type { Callee } from './explain/callees.ts';
import type { Match } from './match/match.ts';

/** An annotation before the rest of the series is known: without id and attention. */
export interface Draft {
  readonly annotation: Omit<Annotation, 'id' | 'attention'>;
  readonly pattern: Match['pattern'];
  /** The profile keeps this pattern quiet here. */
  readonly quiet: boolean;
  /** What places must share for the question of one to be asked with the other: their item or macro. */
  readonly group: string;
  /** What an unsafe block calls. */
  readonly callees: readonly Callee[];
  /** The `# Safety` section of a function that was there before is changed. */
  readonly conditionsChanged: boolean;
  /** The line of the place, blanks squeezed out: what it is known by. */
  readonly text: string;
}

export interface FileDrafts extends Omit<FileAnnotations, 'annotations'> {
  readonly drafts: readonly Draft[];
}
