import type { Address, Owner } from '../series/address.ts';

/** A run of rows of one kind that is laid out as one: a heading, a card, or lines of equal height. */
export type Block =
  | { readonly kind: 'cover' }
  | { readonly kind: 'patch'; readonly patch: number }
  | { readonly kind: 'message'; readonly patch: number }
  | { readonly kind: 'text'; readonly owner: Owner; readonly from: number; readonly count: number }
  /** The space below a text. */
  | { readonly kind: 'text-end'; readonly owner: Owner }
  | { readonly kind: 'file'; readonly patch: number; readonly file: number }
  /** Says why a file shows no lines. */
  | { readonly kind: 'no-lines'; readonly patch: number; readonly file: number }
  | { readonly kind: 'hunk'; readonly patch: number; readonly file: number; readonly hunk: number }
  | {
      readonly kind: 'lines';
      readonly patch: number;
      readonly file: number;
      readonly hunk: number;
      readonly from: number;
      readonly count: number;
    }
  /** The space below a file, with its lower edge if the file is open. */
  | { readonly kind: 'file-end'; readonly patch: number; readonly file: number; readonly isOpen: boolean }
  | CardBlock;

/** A card below a row; how high it is shows only when it is drawn. */
export interface CardBlock {
  readonly kind: 'card';
  readonly card: 'annotation' | 'mark' | 'remark' | 'draft';
  /** Of the annotation, mark or remark; of a draft `draft`. */
  readonly id: string;
  readonly under: Address;
}

/** A key by which a block is known while it is drawn. Made when asked for: most blocks never are. */
export function blockKey(block: Block): string {
  switch (block.kind) {
    case 'cover':
      return 'cover';
    case 'patch':
    case 'message':
      return `${block.kind}-${block.patch}`;
    case 'text':
      return `text-${block.owner}-${block.from}`;
    case 'text-end':
      return `text-end-${block.owner}`;
    case 'file':
    case 'no-lines':
    case 'file-end':
      return `${block.kind}-${block.patch}-${block.file}`;
    case 'hunk':
      return `hunk-${block.patch}-${block.file}-${block.hunk}`;
    case 'lines':
      return `lines-${block.patch}-${block.file}-${block.hunk}-${block.from}`;
    case 'card':
      return `${block.card}-${block.id}`;
  }
}

/** How many rows of a block the cursor can stand on. */
export function rowsIn(block: Block): number {
  if (block.kind === 'lines' || block.kind === 'text') return block.count;
  return block.kind === 'text-end' || block.kind === 'file-end' || block.kind === 'no-lines' ? 0 : 1;
}

/** The address of a block's row, 0-based; undefined for blocks without rows. */
export function addressIn(block: Block, row: number): Address | undefined {
  switch (block.kind) {
    case 'cover':
      return { kind: 'cover' };
    case 'patch':
    case 'message':
      return { kind: block.kind, patch: block.patch };
    case 'text':
      return { kind: 'text', owner: block.owner, line: block.from + row };
    case 'file':
      return { kind: 'file', patch: block.patch, file: block.file };
    case 'hunk':
      return { kind: 'hunk', patch: block.patch, file: block.file, hunk: block.hunk };
    case 'lines': {
      const { patch, file, hunk, from } = block;
      return { kind: 'line', patch, file, hunk, row: from + row };
    }
    case 'card':
      return { kind: 'card', id: block.id, under: block.under };
    case 'text-end':
    case 'file-end':
    case 'no-lines':
      return undefined;
  }
}

/** True for what is drawn inside a file's frame. */
export function isInFile(block: Block): boolean {
  if (block.kind === 'card') return block.under.kind === 'line';
  return block.kind === 'hunk' || block.kind === 'lines' || block.kind === 'no-lines';
}
