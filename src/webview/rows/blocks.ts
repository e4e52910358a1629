import type { PanelFile, PanelPatch } from '../../protocol/panelModel.ts';
import type { Address, Owner } from '../series/address.ts';
import type { Shown } from '../series/filter.ts';
import { fileKey, hunkKey, textKey } from '../series/place.ts';
import { headingKey } from '../series/remarkIndex.ts';
import { sectionKey } from '../series/sectionKey.ts';
import type { SeriesIndex } from '../series/seriesIndex.ts';
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

/** How the lines of one stretch become blocks and addresses. */
interface Stretch {
  readonly run: (from: number, count: number) => Block;
  readonly address: (row: number) => Address;
}

/** All rows of the panel, in order, as blocks. */
export function makeBlocks(input: BlockInput): readonly Block[] {
  const { model } = input.series;
  const blocks: Block[] = [];
  if (model.cover && input.shown.files === null) {
    blocks.push({ kind: 'cover' });
    addHeadingCards(blocks, null, input);
    if (!input.collapsed.has(sectionKey.cover)) addText(blocks, 'cover', model.cover.lines.length, input);
  }
  for (const [index, patch] of model.patches.entries()) {
    if (input.shown.patches?.has(index) === false) continue;
    blocks.push({ kind: 'patch', patch: index });
    if (!input.collapsed.has(sectionKey.patch(patch))) addPatch(blocks, patch, index, input);
  }
  return blocks;
}

function addPatch(blocks: Block[], patch: PanelPatch, index: number, input: BlockInput): void {
  addHeadingCards(blocks, index, input);
  if (patch.message.lines.length > 0) {
    blocks.push({ kind: 'message', patch: index });
    if (!input.collapsed.has(sectionKey.message(patch)))
      addText(blocks, index, patch.message.lines.length, input);
  }
  for (const [number, file] of patch.files.entries()) {
    if (input.shown.files?.has(fileKey(index, number)) === false) continue;
    blocks.push({ kind: 'file', patch: index, file: number });
    const isOpen = !input.collapsed.has(sectionKey.file(patch, file));
    if (isOpen) addFile(blocks, file, index, number, input);
    blocks.push({ kind: 'file-end', patch: index, file: number, isOpen });
  }
}

/** What is about a patch, or the series, as a whole. */
function addHeadingCards(blocks: Block[], patch: number | null, { cards }: BlockInput): void {
  const under: Address = patch === null ? { kind: 'cover' } : { kind: 'patch', patch };
  for (const { card, id } of cards.get(headingKey(patch)) ?? [])
    blocks.push({ kind: 'card', card, id, under });
}

function addFile(
  blocks: Block[],
  { hunks }: PanelFile,
  patch: number,
  file: number,
  { cards }: BlockInput,
): void {
  if (hunks.length === 0) blocks.push({ kind: 'no-lines', patch, file });
  for (const [hunk, { lineCount }] of hunks.entries()) {
    blocks.push({ kind: 'hunk', patch, file, hunk });
    const here = cards.size === 0 ? undefined : cards.get(hunkKey(patch, file, hunk));
    addStretch(blocks, lineCount, here, {
      run: (from, count) => ({ kind: 'lines', patch, file, hunk, from, count }),
      address: (row) => ({ kind: 'line', patch, file, hunk, row }),
    });
  }
}

function addText(blocks: Block[], owner: Owner, lines: number, { cards }: BlockInput): void {
  addStretch(blocks, lines, cards.get(textKey(owner)), {
    run: (from, count) => ({ kind: 'text', owner, from, count }),
    address: (line) => ({ kind: 'text', owner, line }),
  });
  blocks.push({ kind: 'text-end', owner });
}

/** Lines in runs, cut where a card stands between them. */
function addStretch(
  blocks: Block[],
  lines: number,
  cards: readonly PlacedCard[] | undefined,
  { run, address }: Stretch,
): void {
  let from = 0;
  for (const { row, card, id } of cards ?? []) {
    const end = Math.min(row + 1, lines);
    if (end > from) blocks.push(run(from, end - from));
    from = Math.max(from, end);
    blocks.push({ kind: 'card', card, id, under: address(Math.max(end - 1, 0)) });
  }
  if (lines > from) blocks.push(run(from, lines - from));
}
