import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { coverageLine } from '../../core/output/coverageLine.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { asksForLook } from '../../core/review/asksForLook.ts';
import { answersIn, type Answer } from '../../core/review/answersIn.ts';
import { coverageOf } from '../../core/review/coverageOf.ts';
import type { Coverage, MarkState } from '../../core/review/review.ts';
import { pathOn } from '../../core/review/targetText.ts';
import { annotationHover } from '../../present/annotationHover.ts';
import { seriesTitle } from '../../present/seriesTitle.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { standingWords } from '../standingWords.ts';
import { ATTENTION_ICONS } from './attentionIcons.ts';
import type { SeriesNode } from './seriesNode.ts';

const STATE_ICONS: Record<MarkState, ThemeIcon> = {
  understood: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  'needs-explanation': new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  deferred: new ThemeIcon('arrow-right'),
};

/** How a node of the series tree looks and what it says. */
export function seriesItem(node: SeriesNode, catalog: Catalog): TreeItem {
  const { analysis, review: marks } = node.review;
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  switch (node.kind) {
    case 'review': {
      const label = visibleText(seriesTitle(analysis.series));
      return counted(new TreeItem(label, Expanded), label, coverageOf(analysis, marks), 'review');
    }
    case 'patch': {
      const patch = analysis.series.patches[node.patch];
      const label = `${patch?.position ?? 0}/${analysis.series.total} ${visibleText(patch?.message.subject ?? '')}`;
      const coverage = coverageOf(analysis, marks, node.patch);
      return counted(new TreeItem(label, Collapsed), label, coverage, 'patch');
    }
    case 'file':
      return fileItem(node);
    case 'annotation':
      return annotationItem(node, catalog);
  }
}

function counted(item: TreeItem, label: string, coverage: Coverage, context: 'review' | 'patch'): TreeItem {
  const icon = context === 'review' ? 'git-pull-request' : 'git-commit';
  const { total, notLookedAt, needsExplanation } = coverage;
  item.contextValue = context;
  item.iconPath = new ThemeIcon(total > 0 && notLookedAt === 0 ? 'pass' : icon);
  item.tooltip = coverageLine(coverage);
  item.description = [
    notLookedAt > 0 ? l10n.t('{0} to look at', notLookedAt) : total > 0 ? l10n.t('all looked at') : '',
    needsExplanation > 0 ? l10n.t('{0} questions', needsExplanation) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  item.accessibilityInformation = { label: `${label}. ${coverageLine(coverage)}` };
  return item;
}

function fileItem({ review, patch, file }: SeriesNode & { readonly kind: 'file' }): TreeItem {
  const { analysis } = review;
  const change = analysis.series.patches[patch]?.files[file];
  const annotations = analysis.patches[patch]?.files[file]?.annotations ?? [];
  const path = change?.newPath ?? change?.oldPath ?? '';
  const item = new TreeItem(visibleText(path), TreeItemCollapsibleState.Expanded);
  item.contextValue = 'file';
  item.iconPath = ThemeIcon.File;
  const answer = answersOn(review, patch);
  const open = annotations.filter(
    (annotation) => change && asksForLook(annotation) && answer(change, annotation) === undefined,
  ).length;
  if (open > 0) item.description = l10n.t('{0} to look at', open);
  return item;
}

function annotationItem(node: SeriesNode & { readonly kind: 'annotation' }, catalog: Catalog): TreeItem {
  const { review, patch, file, annotation } = node;
  const change = review.analysis.series.patches[patch]?.files[file];
  const state = change && answersOn(review, patch)(change, annotation);
  const item = new TreeItem(visibleText(annotation.title), TreeItemCollapsibleState.None);
  item.contextValue = 'annotation';
  item.iconPath = state ? STATE_ICONS[state] : ATTENTION_ICONS[annotation.attention];
  item.description = visibleText(`${annotation.line} ${annotation.symbol ?? ''}`.trim());
  const pattern = catalog.patterns.find(({ id }) => id === annotation.pattern);
  item.tooltip = new MarkdownString(annotationHover(annotation, pattern));
  item.command = { command: 'interopReview.reveal', title: l10n.t('Show in the Panel'), arguments: [node] };
  const path = change && pathOn(change, annotation.side);
  item.accessibilityInformation = {
    label: `${annotation.title}, ${standingWords(state ?? annotation.attention)}, ${path ?? ''} ${l10n.t('line {0}', annotation.line)}`,
  };
  return item;
}

function answersOn({ analysis, review }: OpenReview, patch: number): Answer {
  const id = analysis.series.patches[patch]?.id;
  return answersIn(review.marks.filter(({ target }) => target.kind === 'lines' && target.patch === id));
}
