import { l10n, Uri } from 'vscode';
import type { ReviewSource } from './reviewSource.ts';

/** What a source is called before it has been read. */
export function sourceTitle(source: ReviewSource): string {
  switch (source.kind) {
    case 'files': {
      const [first = '', ...more] = source.uris;
      const name = Uri.parse(first).path.split('/').at(-1) ?? first;
      return more.length === 0 ? name : l10n.t('{0} and {1} more', name, more.length);
    }
    case 'range':
      return source.range;
    case 'changes':
      return changesTitle(source.changes);
  }
}

/** Title of uncommitted changes. */
export function changesTitle(changes: 'staged' | 'unstaged' | 'all'): string {
  switch (changes) {
    case 'staged':
      return l10n.t('Staged changes');
    case 'unstaged':
      return l10n.t('Unstaged changes');
    case 'all':
      return l10n.t('Changes since the last commit');
  }
}
