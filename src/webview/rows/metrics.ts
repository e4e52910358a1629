import { blockKey, type Block } from './block.ts';

/** Heights of rows in CSS pixels; all but cards are fixed, so that rows need no measuring. */
export interface Metrics {
  readonly line: number;
  readonly hunk: number;
  readonly heading: number;
  readonly message: number;
  readonly file: number;
  readonly textEnd: number;
  readonly fileEnd: number;
  readonly noLines: number;
  /** A card's height until it is drawn. */
  readonly card: number;
}

/** Heights for the sizes of the interface's and the editor's font, in CSS pixels. */
export function metricsFor(uiFont: number, codeFont: number): Metrics {
  const line = Math.round(codeFont * 1.5);
  return {
    line,
    hunk: line + 4,
    heading: Math.round(uiFont * 2.6),
    message: Math.round(uiFont * 1.75),
    file: Math.round(uiFont * 2.4),
    textEnd: Math.round(uiFont * 0.75),
    fileEnd: Math.round(uiFont),
    noLines: Math.round(uiFont * 2.2),
    card: Math.round(uiFont * 11),
  };
}

/** Height of the whole block; `measured` holds cards that were drawn, by key. */
export function heightOf(block: Block, metrics: Metrics, measured: ReadonlyMap<string, number>): number {
  switch (block.kind) {
    case 'lines':
    case 'text':
      return metrics.line * block.count;
    case 'cover':
    case 'patch':
      return metrics.heading;
    case 'message':
      return metrics.message;
    case 'file':
      return metrics.file;
    case 'hunk':
      return metrics.hunk;
    case 'text-end':
      return metrics.textEnd;
    case 'file-end':
      return metrics.fileEnd;
    case 'no-lines':
      return metrics.noLines;
    case 'card':
      return measured.get(blockKey(block)) ?? metrics.card;
  }
}
