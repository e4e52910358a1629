import { l10n } from 'vscode';
import type { Standing } from '../present/fileMarks.ts';

/** How lines stand, in a word or two. */
export function standingWords(standing: Standing): string {
  switch (standing) {
    case 'understood':
      return l10n.t('understood');
    case 'needs-explanation':
      return l10n.t('needs explanation');
    case 'deferred':
      return l10n.t('left to someone else');
    case 'note':
      return l10n.t('note');
    case 'look-first':
    case 'check':
      return l10n.t('not looked at');
  }
}

/** The same as a sentence about what the reviewer said. */
export function standingSentence(standing: Standing): string {
  switch (standing) {
    case 'understood':
      return l10n.t('You marked this as understood.');
    case 'needs-explanation':
      return l10n.t('You asked for an explanation.');
    case 'deferred':
      return l10n.t('You left this to someone else.');
    case 'note':
      return '';
    case 'look-first':
    case 'check':
      return l10n.t('Not looked at yet.');
  }
}
