import { workspace } from 'vscode';

/** What the user has set, checked. */
export interface Settings {
  /** Profile id, or undefined to recognise it. */
  readonly profile: string | undefined;
  readonly reviewsLocation: 'private' | 'workspace';
  /** `Name <address>`, or empty for the one git knows. */
  readonly reviewer: string;
  /** In which order `next` and `previous` walk until that is switched in a panel. */
  readonly order: 'attention' | 'text';
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
  };
}
