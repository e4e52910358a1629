import type { PanelFile, PanelPatch } from '../../protocol/panelModel.ts';
import type { Address, Owner } from '../series/address.ts';
import { sectionKey } from '../series/sectionKey.ts';
import { fileKey, hunkKey, textKey } from '../series/place.ts';
import type { SeriesIndex } from '../series/seriesIndex.ts';
import type { Shown } from '../series/filter.ts';
import type { Block, CardBlock } from './block.ts';

/** A card to be placed, and the 0-based row of its stretch that it stands under. */
export interface PlacedCard {
  readonly row: number;
  readonly card: CardBlock['card'];
  readonly id: string;
}

/** What decides which rows there are. */
export interface BlockInput {
  readonly series: SeriesIndex;
  readonly shown: Shown;
  /** Section keys. */
  readonly collapsed: ReadonlySet<string>;
  /** By `stretchKey`, in order of their row. */
  readonly cards: ReadonlyMap<string, readonly PlacedCard[]>;
}

/** All rows of the panel, in order, as blocks. */
export function makeBlocks(input: BlockInput): readonly Block[] {
  const { model } = input.series;
  const blocks: Block[] = [];
  if (model.cover && input.shown.files === null) {
    blocks.push({ kind: 'cover', key: 'cover' });
    if (!input.collapsed.has(sectionKey.cover)) addText(blocks, 'cover', model.cover.lines.length, input);
  }
  for (const [index, patch] of model.patches.entries()) {
    if (input.shown.patches?.has(index) === false) continue;
    blocks.push({ kind: 'patch', key: `patch-${index}`, patch: index });
    if (!input.collapsed.has(sectionKey.patch(patch))) addPatch(blocks, patch, index, input);
  }
  return blocks;
}

function addPatch(blocks: Block[], patch: PanelPatch, index: number, input: BlockInput): void {
  if (patch.message.lines.length > 0) {
    blocks.push({ kind: 'message', key: `message-${index}`, patch: index });
    if (!input.collapsed.has(sectionKey.message(patch)))
      addText(blocks, index, patch.message.lines.length, input);
  }
  for (const [number, file] of patch.files.entries()) {
    if (input.shown.files?.has(fileKey(index, number)) === false) continue;
    const at = { patch: index, file: number };
    const name = `${index}-${number}`;
    blocks.push({ kind: 'file', key: `file-${name}`, ...at });
    const isOpen = !input.collapsed.has(sectionKey.file(patch, file));
    if (isOpen) addFile(blocks, file, at, input);
    blocks.push({ kind: 'file-end', key: `file-end-${name}`, isOpen });
  }
}

function addFile(
  blocks: Block[],
  { hunks }: PanelFile,
  at: { readonly patch: number; readonly file: number },
  input: BlockInput,
): void {
  if (hunks.length === 0) blocks.push({ kind: 'no-lines', key: `no-lines-${at.patch}-${at.file}`, ...at });
  for (const [hunk, { lineCount }] of hunks.entries()) {
    const name = `${at.patch}-${at.file}-${hunk}`;
    blocks.push({ kind: 'hunk', key: `hunk-${name}`, ...at, hunk });
    addStretch(blocks, lineCount, input.cards.get(hunkKey(at.patch, at.file, hunk)) ?? [], {
      run: (from, count) => ({ kind: 'lines', key: `lines-${name}-${from}`, ...at, hunk, from, count }),
      address: (row) => ({ kind: 'line', ...at, hunk, row }),
    });
  }
}

function addText(blocks: Block[], owner: Owner, lines: number, { cards }: BlockInput): void {
  addStretch(blocks, lines, cards.get(textKey(owner)) ?? [], {
    run: (from, count) => ({ kind: 'text', key: `text-${owner}-${from}`, owner, from, count }),
    address: (line) => ({ kind: 'text', owner, line }),
  });
  blocks.push({ kind: 'text-end', key: `text-end-${owner}` });
}

/** Lines in runs, cut where a card stands between them. */
function addStretch(
  blocks: Block[],
  lines: number,
  cards: readonly PlacedCard[],
  make: { run: (from: number, count: number) => Block; address: (row: number) => Address },
): void {
  let from = 0;
  for (const { row, card, id } of cards) {
    const end = Math.min(row + 1, lines);
    if (end > from) blocks.push(make.run(from, end - from));
    from = Math.max(from, end);
    const under = make.address(Math.max(end - 1, 0));
    blocks.push({ kind: 'card', key: `${card}-${id}`, card, id, under });
  }
  if (lines > from) blocks.push(make.run(from, lines - from));
}
