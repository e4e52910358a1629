import type { Annotation } from '../core/annotate/annotation.ts';
import { pathPattern } from '../core/annotate/profile/pathPattern.ts';
import type { DocMapping } from '../core/catalog/profile.ts';
import type { PanelLink } from '../protocol/panelModel.ts';
import { linkTargetText } from './linkTarget.ts';

/** Links to the documents that a repository's profile names for a place. `path`: of the annotated file. */
export function mappedDocs(
  mappings: readonly DocMapping[],
  { pattern, symbol }: Pick<Annotation, 'pattern' | 'symbol'>,
  path: string,
): readonly PanelLink[] {
  return mappings
    .filter(
      (mapping) =>
        (mapping.pattern ?? pattern) === pattern &&
        (mapping.symbol === undefined || mapping.symbol === symbol) &&
        (mapping.path === undefined || pathPattern(mapping.path).test(path)),
    )
    .map(({ title, url, document }) => ({ title, target: url ?? documentTarget(document ?? '') }));
}

function documentTarget(document: string): string {
  const [path = '', heading = null] = document.split('#', 2);
  return linkTargetText({ kind: 'tree', path, heading, line: null });
}
