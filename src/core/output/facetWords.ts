import type { ExplainedBy, Facets, Origin, Visibility } from '../annotate/annotation.ts';
import type { Layer, Phase } from '../catalog/profile.ts';

const LAYER_WORDS: Record<Layer, string> = {
  bindings: 'bindings',
  api: 'safe API',
  device: 'device',
  c: 'C',
  build: 'build',
  docs: 'docs',
  tests: 'tests',
};

const PHASE_WORDS: Record<Phase, string | null> = {
  init: 'at start',
  runtime: 'at run time',
  teardown: 'at teardown',
  migration: 'in migration',
  unknown: null,
};

const EXPLAINED_WORDS: Record<ExplainedBy, string> = {
  none: 'no explanation found',
  'safety-comment': 'explained by a SAFETY comment',
  'safety-doc': 'explained by a # Safety section',
  'c-doc': 'explained by a doc comment',
  'commit-message': 'explained in the commit message',
  'later-patch': 'explained in a later patch',
  placeholder: 'explanation is a placeholder',
  stale: 'explanation is older than the code',
};

const VISIBILITY_WORDS: Record<Visibility, string> = {
  public: 'public',
  crate: 'public in the crate',
  private: 'private',
};

/** In C there are no crates: what is neither in a header nor static is seen by the whole program. */
const C_VISIBILITY_WORDS: Record<Visibility, string> = {
  public: 'public',
  crate: 'seen by other files',
  private: 'seen in its file only',
};

const ORIGIN_WORDS: Record<Origin, string | null> = {
  introduced: null,
  changed: 'changed',
  moved: 'moved',
  'pre-existing': 'there before',
  'addressed-later': 'addressed later in the series',
};

/**
 * Facets in plain words, most telling first. Brief: what goes without saying (introduced here, whole image) is left out.
 * Full: it is said too, and why this phase.
 */
export function facetWords(facets: Facets, detail: 'brief' | 'full' = 'brief'): readonly string[] {
  const full = detail === 'full';
  const phase = PHASE_WORDS[facets.phase];
  const why = full && facets.phaseReason !== null ? ` (${facets.phaseReason})` : '';
  return [
    facets.explainedBy === null ? null : EXPLAINED_WORDS[facets.explainedBy],
    LAYER_WORDS[facets.layer],
    phase === null ? null : phase + why,
    full || facets.visibility === 'public' ? visibilityWords(facets) : null,
    ORIGIN_WORDS[facets.origin] ?? (full ? 'introduced here' : null),
    facets.inMacro ? 'inside a macro, not expanded' : null,
    facets.generated ? 'generated' : null,
    facets.confidence === 'whole' && full ? 'whole image' : null,
    facets.confidence === 'hunk' ? 'seen in the hunk only' : null,
    facets.confidence === 'unresolved' ? 'not resolved' : null,
  ].filter((word) => word !== null);
}

/** How something is explained, in plain words. */
export function explainedWords(explainedBy: ExplainedBy): string {
  return EXPLAINED_WORDS[explainedBy];
}

function visibilityWords({ layer, visibility }: Facets): string {
  return (layer === 'c' ? C_VISIBILITY_WORDS : VISIBILITY_WORDS)[visibility];
}
