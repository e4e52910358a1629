import { Disposable, EventEmitter, window, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Core } from '../lazyCore.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { SeriesFilter } from './seriesFilter.ts';
import { seriesItem } from './seriesItem.ts';
import { seriesChildren, type SeriesNode } from './seriesNode.ts';

/** The tree of open reviews: patches, files, annotations, with what was said about each. */
export function registerSeriesTree(
  reviews: OpenReviews,
  core: () => Promise<Core>,
  filter: SeriesFilter,
): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<SeriesNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node
        ? [...seriesChildren(node, (annotation) => filter.shows(annotation))]
        : reviews.all.map((review) => ({ kind: 'review', review })),
    // There are nodes only when a review is open, so the core is loaded.
    getTreeItem: async (node): Promise<TreeItem> => seriesItem(node, (await core()).catalog),
  };
  const view = window.createTreeView('interopReview.series', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const update = (): void => {
    view.message = reviews.all.length > 0 ? filter.sentence : '';
    changed.fire();
  };
  return Disposable.from(changed, view, reviews.onDidChange(update), filter.onDidChange(update));
}
