import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TreeDataProvider,
} from 'vscode';
import { CATEGORIES, type Category, type Pattern } from '../../core/catalog/pattern.ts';
import { patternSummary } from '../../present/patternSummary.ts';
import type { Core } from '../lazyCore.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { ATTENTION_ICONS } from './attentionIcons.ts';
import { attentionWords, categoryWords } from './catalogWords.ts';

/** What the tree of patterns shows. */
export type PatternNode =
  | { readonly kind: 'category'; readonly category: Category; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'pattern'; readonly pattern: Pattern };

/** The catalogue by category, with how often each pattern occurs in the open reviews. Loaded when the view is shown. */
export function registerPatternsTree(reviews: OpenReviews, core: () => Promise<Core>): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<PatternNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node?.kind === 'pattern') return [];
      if (node) return node.patterns.map((pattern) => ({ kind: 'pattern', pattern }));
      const { catalog } = await core();
      return CATEGORIES.map((category): PatternNode => {
        const patterns = catalog.patterns.filter((pattern) => pattern.category === category);
        return { kind: 'category', category, patterns };
      });
    },
    getTreeItem: (node) =>
      node.kind === 'category'
        ? categoryItem(node)
        : patternItem(node.pattern, occurrences(reviews, node.pattern.id)),
  };
  return Disposable.from(
    changed,
    window.createTreeView('interopReview.patterns', { treeDataProvider: provider, showCollapseAll: true }),
    reviews.onDidChange(({ kind }) => {
      if (kind !== 'marked') changed.fire();
    }),
  );
}

/** Id of the pattern that a node is about; undefined for anything else. */
export function patternOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('pattern' in node)) return undefined;
  const { pattern } = node;
  return typeof pattern === 'object' && pattern !== null && 'id' in pattern && typeof pattern.id === 'string'
    ? pattern.id
    : undefined;
}

function categoryItem({ category, patterns }: Extract<PatternNode, { readonly kind: 'category' }>): TreeItem {
  const label = categoryWords(category);
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = category;
  item.description = `${patterns.length}`;
  item.iconPath = new ThemeIcon('symbol-class');
  item.accessibilityInformation = { label: l10n.t('{0}, {1} patterns', label, patterns.length) };
  return item;
}

function patternItem(pattern: Pattern, found: number): TreeItem {
  const item = new TreeItem(pattern.title, TreeItemCollapsibleState.None);
  const here = found === 0 ? '' : l10n.t('{0} here', found);
  item.id = pattern.id;
  item.description = here;
  item.iconPath = ATTENTION_ICONS[pattern.attention];
  item.tooltip = patternSummary(pattern);
  item.contextValue = 'pattern';
  item.command = {
    command: 'interopReview.openPattern',
    title: l10n.t('About This Pattern'),
    arguments: [pattern.id],
  };
  item.accessibilityInformation = {
    label: [pattern.title, attentionWords(pattern.attention), here].filter((part) => part !== '').join(', '),
  };
  return item;
}

function occurrences(reviews: OpenReviews, pattern: string): number {
  return reviews.all
    .flatMap(({ analysis }) =>
      analysis.patches.flatMap(({ files }) => files.flatMap((file) => file.annotations)),
    )
    .filter((annotation) => annotation.pattern === pattern).length;
}
