import type { Analysis } from '../core/analysis.ts';
import type { OneSided } from '../core/counterpart/parity/oneSided.ts';
import { pathOn } from '../core/review/targetText.ts';
import type { PanelOneSided } from '../protocol/panelModel.ts';
import { linkTargetText } from './linkTarget.ts';

/** The files of a series that change while their twin in the other language stays, as the panel shows them. */
export function panelOneSided({ series }: Analysis, oneSided: readonly OneSided[]): readonly PanelOneSided[] {
  const twins = new Map(oneSided.map(({ path, twin }) => [path, twin]));
  return series.patches.flatMap(({ files }, patch) =>
    files.flatMap((change, file) => {
      const path = pathOn(change, 'new') ?? pathOn(change, 'old');
      const twin = path === null ? undefined : twins.get(path);
      if (twin === undefined) return [];
      const target = linkTargetText({ kind: 'tree', path: twin, heading: null, line: null });
      return [{ patch, file, path: twin, target }];
    }),
  );
}
