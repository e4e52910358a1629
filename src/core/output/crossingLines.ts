import type { CrossingResult } from '../counterpart/counterpart.ts';
import { slotWords } from './slotWords.ts';
import { visibleText } from './visibleText.ts';

/** Places that are named; more are counted. */
const MAX_PLACES = 2;

/** What is known of the other side of a crossing, in lines of plain text; none where nothing crosses. */
export function crossingLines({ status, sought, ...found }: CrossingResult): readonly string[] {
  const { counterparts, disagreements, slots } = found;
  if (status === 'not-applicable' && disagreements.length === 0 && !slots) return [];
  const places = counterparts.slice(0, MAX_PLACES).map(({ language, symbol, path, line, focus, rule }) => {
    const side = language === 'c' ? 'C' : 'Rust';
    return `${side}: ${symbol} at ${path}:${focus ?? line} (${rule})`;
  });
  const more = counterparts.length - places.length;
  const missing = status === 'not-found' ? [`not found here: ${sought.join(', ')}`] : [];
  return [
    ...missing,
    ...(status === 'ambiguous' ? ['ambiguous:'] : []),
    ...places,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...disagreements.map(({ question }) => `the two sides differ: ${question}`),
    ...(slots ? [`slots: ${slotWords(slots)}`] : []),
  ].map(visibleText);
}
