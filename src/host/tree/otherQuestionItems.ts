import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { bareAddress } from '../../core/patch/message/addresses.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Mark } from '../../core/review/review.ts';
import type { OtherQuestion } from '../../present/otherQuestions.ts';
import { personName } from '../../present/panelRemarks.ts';
import { turnWords } from '../questions/turnWords.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { targetWords } from './targetWords.ts';

/** A question of another reviewer. */
export interface OtherItem {
  readonly kind: 'other';
  readonly review: OpenReview;
  readonly mark: Mark;
  readonly question: OtherQuestion;
}

/** Another reviewer, with what they asked in all open reviews. */
export interface ReviewerNode {
  readonly kind: 'reviewer';
  readonly reviewer: string;
  readonly questions: readonly OtherItem[];
}

/** The other reviewers of all open reviews, in the order in which they were first read. */
export function reviewerNodes({ all }: OpenReviews): readonly ReviewerNode[] {
  const byReviewer = new Map<string, OtherItem[]>();
  for (const review of all)
    for (const question of review.otherQuestions) {
      const item: OtherItem = { kind: 'other', review, mark: question.at.mark, question };
      const key = bareAddress(question.at.reviewer);
      byReviewer.set(key, [...(byReviewer.get(key) ?? []), item]);
    }
  return [...byReviewer.values()].map((questions) => ({
    kind: 'reviewer',
    reviewer: questions[0]?.question.at.reviewer ?? '',
    questions,
  }));
}

export function reviewerItem({ reviewer, questions }: ReviewerNode): TreeItem {
  const name = reviewer === '' ? l10n.t('Somebody') : personName(reviewer);
  const item = new TreeItem(l10n.t('Asked by {0}', name), TreeItemCollapsibleState.Expanded);
  const yours = questions.filter(({ question }) => question.turn === 'you').length;
  item.id = `reviewer ${reviewer}`;
  item.description =
    yours > 0 ? l10n.t('{0}, {1} for you to answer', questions.length, yours) : `${questions.length}`;
  item.iconPath = new ThemeIcon('account');
  item.tooltip = visibleText(reviewer);
  item.accessibilityInformation = { label: `${l10n.t('Asked by {0}', name)}, ${item.description}` };
  return item;
}

const ICONS: Readonly<Record<OtherQuestion['state'], ThemeIcon>> = {
  open: new ThemeIcon('comment-unresolved', new ThemeColor('list.warningForeground')),
  answered: new ThemeIcon('comment'),
  closed: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

export function otherItem(node: OtherItem): TreeItem {
  const { review, mark, question } = node;
  const label = visibleText(mark.question.split('\n')[0] ?? '');
  const { target } = question.at;
  const where = target ? targetWords(review, target) : l10n.t('could not be placed');
  const turn = turnWords(question);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = `${review.key} ${mark.id}`;
  item.description = `${where} · ${turn}`;
  item.iconPath = ICONS[question.state];
  item.contextValue = question.state === 'closed' ? 'closedOtherQuestion' : 'otherQuestion';
  item.tooltip = [visibleText(mark.question), where, turn].join('\n');
  item.command = {
    command: 'interopReview.openQuestion',
    title: l10n.t('Show in the Panel'),
    arguments: [node],
  };
  item.accessibilityInformation = { label: `${label}, ${turn}, ${where}` };
  return item;
}
