import type { Match } from '../match/match.ts';

/** The text of a match from its first to its last character, as far as the image shows its lines. */
export function ownText(
  { line, column, endLine, endColumn }: Match,
  text: (line: number) => string | undefined,
): string {
  const own: string[] = [];
  for (let at = line; at <= endLine; at++) {
    const here = text(at) ?? '';
    own.push(here.slice(at === line ? column - 1 : 0, at === endLine ? endColumn - 1 : here.length));
  }
  return own.join('\n');
}
