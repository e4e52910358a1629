import { l10n } from 'vscode';
import type { Attention, Category } from '../../core/catalog/pattern.ts';

/** What an attention is called. */
export function attentionWords(attention: Attention): string {
  switch (attention) {
    case 'look-first':
      return l10n.t('look first');
    case 'check':
      return l10n.t('check');
    case 'note':
      return l10n.t('note');
  }
}

/** What a category is called. */
export function categoryWords(category: Category): string {
  switch (category) {
    case 'unsafe':
      return l10n.t('Unsafe code');
    case 'errors':
      return l10n.t('Errors');
    case 'callbacks':
      return l10n.t('Callbacks');
    case 'containers':
      return l10n.t('Containers');
    case 'strings':
      return l10n.t('Strings');
    case 'ownership':
      return l10n.t('Ownership');
    case 'layout-abi':
      return l10n.t('Layout and ABI');
    case 'concurrency':
      return l10n.t('Concurrency');
    case 'api-idiom':
      return l10n.t('API and idiom');
    case 'build-deps':
      return l10n.t('Build and dependencies');
    case 'parity':
      return l10n.t('Parity with C');
  }
}
