import { workspace, type Uri } from 'vscode';
import type { Attention } from '../core/catalog/pattern.ts';

/** What the user has set, checked. */
export interface Settings {
  /** Profile id, or undefined to recognise it. */
  readonly profile: string | undefined;
  readonly reviewsLocation: 'private' | 'workspace';
  /** `Name <address>`, or empty for the one git knows. */
  readonly reviewer: string;
  /** In which order `next` and `previous` walk until that is switched in a panel. */
  readonly order: 'attention' | 'text';
  /** Whether names in source files show their other side when they are pointed at. */
  readonly counterpartHovers: boolean;
}

/** How changes of a work tree are looked at while they are written. */
export interface AuthoringSettings {
  /** Revision that the work tree is compared with; empty for the usual one. */
  readonly base: string;
  /** As what annotations are shown among the problems, by attention; `off`: not at all. */
  readonly shownAs: Readonly<Record<Attention, ProblemKind>>;
}

export const PROBLEM_KINDS = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export function readAuthoringSettings(resource: Uri): AuthoringSettings {
  const settings = workspace.getConfiguration('interopReview', resource);
  const base = settings.get<unknown>('authoring.base');
  return {
    base: typeof base === 'string' ? base.trim() : '',
    shownAs: {
      'look-first': problemKind(settings.get<unknown>('authoring.lookFirst'), 'information'),
      check: problemKind(settings.get<unknown>('authoring.check'), 'information'),
      note: problemKind(settings.get<unknown>('authoring.note'), 'off'),
    },
  };
}

function problemKind(value: unknown, otherwise: ProblemKind): ProblemKind {
  return PROBLEM_KINDS.find((kind) => kind === value) ?? otherwise;
}

export function readSettings(): Settings {
  const settings = workspace.getConfiguration('interopReview');
  const profile = settings.get<unknown>('profile');
  const reviewer = settings.get<unknown>('reviewer');
  return {
    profile: typeof profile === 'string' && profile !== 'auto' && profile !== '' ? profile : undefined,
    reviewsLocation: settings.get<unknown>('reviews.location') === 'workspace' ? 'workspace' : 'private',
    reviewer: typeof reviewer === 'string' ? reviewer.trim() : '',
    order: settings.get<unknown>('order') === 'text' ? 'text' : 'attention',
    counterpartHovers: settings.get<unknown>('counterparts.hover') !== false,
  };
}
