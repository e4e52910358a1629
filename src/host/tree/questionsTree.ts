import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TreeDataProvider,
} from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import { QUESTION_STATES, questionsOf, type Question, type QuestionState } from '../../present/questions.ts';
import { exitTitle } from '../questions/threadComments.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import {
  otherItem,
  reviewerItem,
  reviewerNodes,
  type OtherItem,
  type ReviewerNode,
} from './otherQuestionItems.ts';
import { targetWords } from './targetWords.ts';

/** What the tree of questions shows: one's own of all open reviews, by whose turn it is, then those of each other reviewer. */
export type QuestionNode =
  | { readonly kind: 'state'; readonly state: QuestionState; readonly questions: readonly QuestionItem[] }
  | QuestionItem
  | ReviewerNode
  | OtherItem;

interface QuestionItem extends Question {
  readonly kind: 'question';
  readonly review: OpenReview;
}

/** The tree of questions. Its badge counts those that wait for the reviewer. */
export function registerQuestionsTree(reviews: OpenReviews): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<QuestionNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (!node) return [...groups(reviews), ...reviewerNodes(reviews)];
      return node.kind === 'state' || node.kind === 'reviewer' ? [...node.questions] : [];
    },
    getTreeItem: itemOf,
  };
  const view = window.createTreeView('interopReview.questions', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const update = (): void => {
    const answered = groups(reviews).find(({ state }) => state === 'answered')?.questions.length ?? 0;
    const asked = reviewerNodes(reviews).flatMap(({ questions }) => questions);
    const yours = asked.filter(({ question }) => question.turn === 'you').length;
    const value = answered + yours;
    view.badge = value > 0 ? { value, tooltip: l10n.t('{0} questions wait for you', value) } : undefined;
    changed.fire();
  };
  return Disposable.from(changed, view, reviews.onDidChange(update));
}

function itemOf(node: QuestionNode): TreeItem {
  switch (node.kind) {
    case 'state':
      return stateItem(node);
    case 'question':
      return questionItem(node);
    case 'reviewer':
      return reviewerItem(node);
    case 'other':
      return otherItem(node);
  }
}

type StateNode = Extract<QuestionNode, { readonly kind: 'state' }>;

function groups(reviews: OpenReviews): StateNode[] {
  const all = reviews.all.flatMap((review) =>
    questionsOf(review.review, review.carried, review.others.said).map((question): QuestionItem => ({
      kind: 'question',
      review,
      ...question,
    })),
  );
  return QUESTION_STATES.map((state): StateNode => ({
    kind: 'state',
    state,
    questions: all.filter((question) => question.state === state),
  })).filter(({ questions }) => questions.length > 0);
}

const ICONS: Readonly<Record<QuestionState, ThemeIcon>> = {
  answered: new ThemeIcon('comment-unresolved', new ThemeColor('list.warningForeground')),
  open: new ThemeIcon('question'),
  closed: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

function stateItem({ state, questions }: StateNode): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(stateWords(state), state === 'closed' ? Collapsed : Expanded);
  item.id = state;
  item.description = `${questions.length}`;
  item.iconPath = ICONS[state];
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1} questions', stateWords(state), questions.length),
  };
  return item;
}

function questionItem(node: QuestionItem): TreeItem {
  const { review, mark, state } = node;
  const label = visibleText(mark.question.split('\n')[0] ?? '');
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  const where = targetWords(review, mark.target);
  const { subject, version } = review.analysis.series;
  item.id = `${review.key} ${mark.id}`;
  item.description = where;
  item.iconPath = ICONS[state];
  item.contextValue = state === 'closed' ? 'closedQuestion' : 'question';
  item.tooltip = [
    visibleText(mark.question),
    where,
    visibleText(`v${version} ${subject}`),
    mark.exit ? exitTitle(mark.exit) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
  item.command = {
    command: 'interopReview.openQuestion',
    title: l10n.t('Show in the Panel'),
    arguments: [node],
  };
  item.accessibilityInformation = { label: `${label}, ${stateWords(state)}, ${where}` };
  return item;
}

function stateWords(state: QuestionState): string {
  switch (state) {
    case 'answered':
      return l10n.t('Seems answered: your turn');
    case 'open':
      return l10n.t("Open: the author's turn");
    case 'closed':
      return l10n.t('Closed');
  }
}
