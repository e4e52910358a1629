import { message } from '../../base/translate.ts';
import type { ExplainedBy, Facets, Origin, Visibility } from '../annotate/annotation.ts';
import type { Layer, Phase } from '../catalog/profile.ts';

const LAYER_WORDS: Record<Layer, string> = {
  bindings: message('bindings'),
  api: message('safe API'),
  device: message('device'),
  c: 'C',
  build: message('build'),
  docs: message('docs'),
  tests: message('tests'),
};

const PHASE_WORDS: Record<Phase, string | null> = {
  init: message('at start'),
  runtime: message('at run time'),
  teardown: message('at teardown'),
  migration: message('in migration'),
  unknown: null,
};

const EXPLAINED_WORDS: Record<ExplainedBy, string> = {
  none: message('no explanation found'),
  'safety-comment': message('explained by a SAFETY comment'),
  'safety-doc': message('explained by a # Safety section'),
  'c-doc': message('explained by a doc comment'),
  'commit-message': message('explained in the commit message'),
  'later-patch': message('explained in a later patch'),
  placeholder: message('explanation is a placeholder'),
  stale: message('explanation is older than the code'),
};

const VISIBILITY_WORDS: Record<Visibility, string> = {
  public: message('public'),
  crate: message('public in the crate'),
  private: message('private'),
};

/** In C there are no crates: what is neither in a header nor static is seen by the whole program. */
const C_VISIBILITY_WORDS: Record<Visibility, string> = {
  public: message('public'),
  crate: message('seen by other files'),
  private: message('seen in its file only'),
};

const ORIGIN_WORDS: Record<Origin, string | null> = {
  introduced: null,
  changed: message('changed'),
  moved: message('moved'),
  'pre-existing': message('there before'),
  'addressed-later': message('addressed later in the series'),
};

/**
 * Facets in plain words, most telling first. Brief: what goes without saying (introduced here, whole image) is left out.
 * Full: it is said too, and why this phase. `say` translates each.
 */
export function facetWords(
  facets: Facets,
  detail: 'brief' | 'full' = 'brief',
  say: (text: string) => string = (text) => text,
): readonly string[] {
  const full = detail === 'full';
  const phase = PHASE_WORDS[facets.phase];
  const why = full && facets.phaseReason !== null ? ` (${facets.phaseReason})` : '';
  const words = [
    facets.explainedBy === null ? null : EXPLAINED_WORDS[facets.explainedBy],
    LAYER_WORDS[facets.layer],
    phase,
    full || facets.visibility === 'public' ? visibilityWords(facets) : null,
    ORIGIN_WORDS[facets.origin] ?? (full ? message('introduced here') : null),
    facets.inMacro ? message('inside a macro, not expanded') : null,
    facets.generated ? message('generated') : null,
    facets.confidence === 'whole' && full ? message('whole image') : null,
    facets.confidence === 'hunk' ? message('seen in the hunk only') : null,
    facets.confidence === 'unresolved' ? message('not resolved') : null,
  ];
  return words.filter((word) => word !== null).map((word) => (word === phase ? say(word) + why : say(word)));
}

/** How something is explained, in plain words. */
export function explainedWords(explainedBy: ExplainedBy): string {
  return EXPLAINED_WORDS[explainedBy];
}

function visibilityWords({ layer, visibility }: Facets): string {
  return (layer === 'c' ? C_VISIBILITY_WORDS : VISIBILITY_WORDS)[visibility];
}
