import { workspace } from 'vscode';
import type { ReviewStore } from '../../core/review/reviewStore.ts';
import type { PanelKept } from '../../protocol/panelModel.ts';
import type { ReviewKeeping } from './reviewKeeping.ts';

/** Where the review of a series is kept, or will be once there is something to keep. */
export async function keptIn(
  seriesId: string,
  store: ReviewStore,
  keeping: ReviewKeeping,
): Promise<PanelKept> {
  const [found, { hidden }, [first]] = await Promise.all([
    store.kept(seriesId),
    keeping.of(seriesId),
    keeping.places(seriesId),
  ]);
  const { place } = (found?.place ?? first).files;
  const path = found ? `${place}/${found.name}` : place;
  return { isShared: place !== hidden.files.place, path: workspace.asRelativePath(path) };
}
