import { Disposable, EventEmitter, window, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Core } from '../lazyCore.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { seriesItem } from './seriesItem.ts';
import { seriesChildren, type SeriesNode } from './seriesNode.ts';

/** The tree of open reviews: patches, files, annotations, with what was said about each. */
export function registerSeriesTree(reviews: OpenReviews, core: () => Promise<Core>): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<SeriesNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node ? [...seriesChildren(node)] : reviews.all.map((review) => ({ kind: 'review', review })),
    // There are nodes only when a review is open, so the core is loaded.
    getTreeItem: async (node): Promise<TreeItem> => seriesItem(node, (await core()).catalog),
  };
  return Disposable.from(
    changed,
    window.createTreeView('interopReview.series', { treeDataProvider: provider, showCollapseAll: true }),
    reviews.onDidChange(() => {
      changed.fire();
    }),
  );
}
