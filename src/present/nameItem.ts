import type { NameEntry } from '../core/counterpart/names/nameEntry.ts';
import { foundWords } from '../core/output/formatNames.ts';
import { visibleText } from '../core/output/visibleText.ts';

/** An entry of the name dictionary as one of a list to choose from. */
export interface NameItem {
  readonly label: string;
  readonly description: string;
  /** Both declarations. */
  readonly detail: string;
  readonly entry: NameEntry;
}

/** Longest declaration that is shown. */
const MAX_SHOWN = 110;

export function nameItem(entry: NameEntry): NameItem {
  const { c, rust, rustPlace, cPlace } = entry;
  const sides = [rustPlace.text, ...(cPlace ? [cPlace.text] : [])].map(oneLine);
  return {
    label: visibleText(c),
    description: visibleText(`${rust}  (${foundWords(entry)})`),
    detail: sides.join('  ⟷  '),
    entry,
  };
}

function oneLine(text: string): string {
  const line = visibleText(text.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim());
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
}
