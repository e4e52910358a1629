import type { Annotation } from '../../core/annotate/annotation.ts';
import { OpenReview } from '../reviews/openReview.ts';

/** What the series tree shows; indices 0-based. */
export type SeriesNode =
  | { readonly kind: 'review'; readonly review: OpenReview }
  | { readonly kind: 'patch'; readonly review: OpenReview; readonly patch: number }
  | { readonly kind: 'file'; readonly review: OpenReview; readonly patch: number; readonly file: number }
  | {
      readonly kind: 'annotation';
      readonly review: OpenReview;
      readonly patch: number;
      readonly file: number;
      readonly annotation: Annotation;
    };

/** True for what a command of the tree is called with. */
export function isSeriesNode(value: unknown): value is SeriesNode {
  return (
    typeof value === 'object' && value !== null && 'review' in value && value.review instanceof OpenReview
  );
}

/** Nodes below a node: of those annotations that `shows` lets through, and of a patch only the files that have any. */
export function seriesChildren(
  node: SeriesNode,
  shows: (annotation: Annotation) => boolean,
): readonly SeriesNode[] {
  const { review } = node;
  const { series, patches } = review.analysis;
  switch (node.kind) {
    case 'review':
      return series.patches.map((_, patch) => ({ kind: 'patch', review, patch }));
    case 'patch': {
      const { patch } = node;
      return (patches[patch]?.files ?? []).flatMap(({ annotations }, file) =>
        annotations.some(shows) ? [{ kind: 'file' as const, review, patch, file }] : [],
      );
    }
    case 'file': {
      const { patch, file } = node;
      const annotations = patches[patch]?.files[file]?.annotations ?? [];
      return annotations
        .filter(shows)
        .map((annotation) => ({ kind: 'annotation', review, patch, file, annotation }));
    }
    case 'annotation':
      return [];
  }
}
