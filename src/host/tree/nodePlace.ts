import { pathOn } from '../../core/review/targetText.ts';
import { markPlaces } from '../../present/panelMarks.ts';
import type { PanelPlace } from '../../protocol/panelModel.ts';
import type { SeriesNode } from './seriesNode.ts';

/** Where the panel shows what a node is about; undefined for the series as a whole. */
export function nodePlace(node: SeriesNode): PanelPlace | undefined {
  const { series } = node.review.analysis;
  switch (node.kind) {
    case 'review':
      return undefined;
    case 'patch':
      return { kind: 'message', patch: node.patch, line: 0, endLine: 0 };
    case 'file':
      return { kind: 'lines', patch: node.patch, file: node.file, hunk: 0, row: 0, endRow: 0 };
    case 'annotation': {
      const { side, line, endLine } = node.annotation;
      const patch = series.patches[node.patch];
      const change = patch?.files[node.file];
      const path = change && pathOn(change, side);
      if (!patch || path === null || path === undefined) return undefined;
      return markPlaces(series)({ kind: 'lines', patch: patch.id, path, side, line, endLine });
    }
  }
}
