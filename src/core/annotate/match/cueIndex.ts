import type { Pattern } from '../../catalog/pattern.ts';

/** Tells which patterns may occur in a text: those with a cue in it, and those that have no cues. */
export type CueIndex = (text: string) => ReadonlySet<Pattern>;

/** Builds the index. A text is read once, however many cues there are. */
export function createCueIndex(patterns: readonly Pattern[]): CueIndex {
  const always = patterns.filter(({ cues }) => cues.length === 0);
  const byCue = new Map<string, Pattern[]>();
  for (const pattern of patterns)
    for (const cue of pattern.cues) byCue.set(cue, [...(byCue.get(cue) ?? []), pattern]);
  const cues = [...byCue.keys()].sort((a, b) => b.length - a.length);
  // At each place the longest cue is seen; the shorter ones that it begins with are there too.
  const implied = new Map(
    cues.map((cue) => [
      cue,
      cues.filter((other) => cue.startsWith(other)).flatMap((other) => byCue.get(other) ?? []),
    ]),
  );
  const anywhere = new RegExp(`(?=(${cues.map(escaped).join('|') || '(?!)'}))`, 'g');
  return (text) => {
    const found = new Set(always);
    for (const [, cue = ''] of text.matchAll(anywhere))
      for (const pattern of implied.get(cue) ?? []) found.add(pattern);
    return found;
  };
}

function escaped(cue: string): string {
  return cue.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
