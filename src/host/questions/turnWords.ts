import { l10n } from 'vscode';
import type { OtherQuestion } from '../../present/otherQuestions.ts';

/** Whose turn another reviewer's question is, in a few words; with what answers it. */
export function turnWords({ state, turn, proposal, isInTree }: OtherQuestion): string {
  if (state === 'closed') return l10n.t('ended');
  if (proposal && isInTree)
    return proposal.kind === 'documented'
      ? l10n.t('documented in your tree, the reviewer’s turn')
      : l10n.t('rewritten in your tree, the reviewer’s turn');
  if (proposal)
    return proposal.kind === 'documented'
      ? l10n.t('documented since, the reviewer’s turn')
      : l10n.t('rewritten since, the reviewer’s turn');
  if (state === 'answered') return l10n.t('answered, the reviewer’s turn');
  return turn === 'you' ? l10n.t('your turn') : l10n.t('the author’s turn');
}
