import type { Analysis } from '../analysis.ts';
import type { HouseNote } from '../catalog/houseRule.ts';
import { visibleText } from './visibleText.ts';

/** So many of the missing files are named; the JSON report has all. */
const NAMED = 3;

/** A house rule that the series does not seem to keep, for people. */
export interface HouseLine {
  /** The rule, and the patches or files that lack something. */
  readonly text: string;
  /** Where the project says so. */
  readonly url: string | null;
}

export function houseLines({ houseNotes = [] }: Analysis): readonly HouseLine[] {
  return houseNotes.map((note) => ({ text: `${note.text}${whereWords(note)}`, url: note.url }));
}

/** The same, in one line. */
export function houseText({ text, url }: HouseLine): string {
  return url === null ? text : `${text} ${url}`;
}

function whereWords({ patches, missing }: HouseNote): string {
  const named = missing.slice(0, NAMED).map(visibleText).join(', ');
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  const words = [
    patches.length > 0 ? `${patches.length === 1 ? 'patch' : 'patches'} ${patches.join(', ')}` : '',
    missing.length > 0 ? `missing: ${named}${more}` : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? ` (${words.join('; ')})` : '';
}
