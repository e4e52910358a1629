import type { PanelFile, PanelPatch } from '../../protocol/panelModel.ts';
import type { Address } from './address.ts';
import { pathOf, type SeriesIndex } from './seriesIndex.ts';

/** Names of the sections that can be collapsed. They are remembered, so they hold no index. */
export const sectionKey = {
  cover: 'cover',
  patch: (patch: PanelPatch): string => patch.id,
  message: (patch: PanelPatch): string => `${patch.id}/message`,
  file: (patch: PanelPatch, file: PanelFile): string => `${patch.id}/file/${pathOf(file)}`,
} as const;

/** The section that a heading opens and closes; undefined for rows that are no such heading. */
export function sectionOf(address: Address, { model }: SeriesIndex): string | undefined {
  if (address.kind === 'cover') return sectionKey.cover;
  if (address.kind !== 'patch' && address.kind !== 'message' && address.kind !== 'file') return undefined;
  const patch = model.patches[address.patch];
  if (!patch) return undefined;
  if (address.kind === 'patch') return sectionKey.patch(patch);
  if (address.kind === 'message') return sectionKey.message(patch);
  const file = patch.files[address.file];
  return file && sectionKey.file(patch, file);
}

/** Longer texts start folded to their first line. */
const LONG_TEXT = 40;

/** What is collapsed when a series is first opened: long messages, and files that nobody wrote by hand. */
export function firstCollapsed({ model }: SeriesIndex): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const patch of model.patches) {
    if (patch.message.lines.length > LONG_TEXT) keys.add(sectionKey.message(patch));
    for (const file of patch.files) if (file.generated) keys.add(sectionKey.file(patch, file));
  }
  return keys;
}
