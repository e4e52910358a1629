import type { PanelModel, PanelPlace } from '../../protocol/panelModel.ts';
import { words } from '../text/words.ts';
import { hunkLines } from './hunkLines.ts';
import { pathOf } from './seriesIndex.ts';

/** A place as people name it: `2/3 hw/fan.c:41`, or the message it is in. Lines 1-based. */
export function placeName(place: PanelPlace, model: PanelModel): string {
  if (place.kind === 'cover') return `${words.cover}:${place.line + 1}`;
  const patch = model.patches[place.patch];
  if (!patch) return '';
  const position = words.position(patch.position, patch.total);
  if (place.kind === 'message') return `${position} ${words.message}:${place.line + 1}`;
  const file = patch.files[place.file];
  const hunk = file?.hunks[place.hunk];
  if (!file || !hunk) return position;
  const line = hunkLines(hunk)[place.row];
  const number = line?.newLine ?? line?.oldLine ?? null;
  return `${position} ${pathOf(file)}${number === null ? '' : `:${number}`}`;
}
