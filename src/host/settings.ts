import { workspace, type Uri } from 'vscode';
import type { Attention } from '../core/catalog/pattern.ts';
import { PROBLEM_KINDS, type Profile, type ProblemKind } from '../core/catalog/profile.ts';
import { safePath } from '../core/patch/diff/safePath.ts';

/** What the user has set, checked. */
export interface Settings {
  /** Profile id, or undefined to recognise it. */
  readonly profile: string | undefined;
  /** `Name <address>`, or empty for the one git knows. */
  readonly reviewer: string;
  /** In which order `next` and `previous` walk until that is switched in a panel. */
  readonly order: 'attention' | 'text';
  /** Whether names in source files show their other side when they are pointed at. */
  readonly counterpartHovers: boolean;
}

/** Where the reviews of a folder's series are kept. */
export interface KeepingSettings {
  readonly location: 'private' | 'workspace';
  /** Where in the folder reviews are shared; a path that cannot lead out of it. */
  readonly directory: string;
}

const SHARED_DIRECTORY = '.interop-review/reviews';

export function readKeeping(folder: Uri | undefined): KeepingSettings {
  const settings = workspace.getConfiguration('interopReview', folder);
  const directory = settings.get<unknown>('reviews.directory');
  const isUsable = typeof directory === 'string' && safePath(directory).safe && !directory.includes('\\');
  return {
    location: settings.get<unknown>('reviews.location') === 'workspace' ? 'workspace' : 'private',
    directory: isUsable ? directory : SHARED_DIRECTORY,
  };
}

/** Revision that a work tree is compared with while it is changed; empty for the usual one. */
export function readChangeBase(resource: Uri): string {
  const base = workspace.getConfiguration('interopReview', resource).get<unknown>('authoring.base');
  return typeof base === 'string' ? base.trim() : '';
}

const USUAL: Readonly<Record<Attention, ProblemKind>> = {
  'look-first': 'information',
  check: 'information',
  note: 'off',
};

/** As what annotations are shown among the problems of a file: as the user has set, else as the project's profile says. */
export function readProblemKind(
  resource: Uri,
  attention: Attention,
  profile: Profile | undefined,
): ProblemKind {
  const settings = workspace.getConfiguration('interopReview', resource);
  const set = {
    'look-first': () => settings.inspect<unknown>('authoring.lookFirst'),
    check: () => settings.inspect<unknown>('authoring.check'),
    note: () => settings.inspect<unknown>('authoring.note'),
  }[attention]();
  const own = [set?.workspaceFolderValue, set?.workspaceValue, set?.globalValue].find(
    (value) => value !== undefined,
  );
  return PROBLEM_KINDS.find((kind) => kind === own) ?? profile?.problems?.[attention] ?? USUAL[attention];
}

export function readSettings(): Settings {
  const settings = workspace.getConfiguration('interopReview');
  const profile = settings.get<unknown>('profile');
  const reviewer = settings.get<unknown>('reviewer');
  return {
    profile: typeof profile === 'string' && profile !== 'auto' && profile !== '' ? profile : undefined,
    reviewer: typeof reviewer === 'string' ? reviewer.trim() : '',
    order: settings.get<unknown>('order') === 'text' ? 'text' : 'attention',
    counterpartHovers: settings.get<unknown>('counterparts.hover') !== false,
  };
}
