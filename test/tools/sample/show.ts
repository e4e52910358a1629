import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import type { DiffLine } from '../../../src/core/patch/series.ts';
import { type Occurrence, placeOf } from './occurrence.ts';

/** Lines of the diff shown before and after an annotation. */
const BEFORE = 9;
const AFTER = 7;

/** An occurrence with its place, facets, counterpart and the lines of the diff around it, for a person to judge. */
export function shown(occurrence: Occurrence, counterpart: CrossingResult | undefined): string {
  const { annotation, patch } = occurrence;
  const { facets } = annotation;
  const place = placeOf(occurrence);
  return [
    `${place.pattern} | ${annotation.attention} | ${place.source} ${place.patch.slice(0, 60)} ${place.path}:${place.line}-${annotation.endLine} ${place.side}`,
    `  "${patch.message.subject}" in ${annotation.item ?? 'no item'}, about ${annotation.symbol ?? 'no symbol'}`,
    `  layer ${facets.layer}, phase ${facets.phase} (${facets.phaseReason ?? 'no reason'}), ${facets.visibility}, ${facets.origin}, ${facets.confidence}${facets.inMacro ? ', in macro' : ''}${facets.generated ? ', generated' : ''}`,
    `  explained by ${facets.explainedBy ?? 'nothing owed'}: ${(facets.explanation ?? '').replace(/\s+/g, ' ').slice(0, 300)}`,
    `  asks: ${annotation.question}`,
    `  counterpart: ${counterpart ? counterpartLine(counterpart) : 'not looked up'}`,
    ...around(occurrence),
  ].join('\n');
}

function counterpartLine({ status, sought, counterparts, disagreements }: CrossingResult): string {
  const sides = counterparts
    .slice(0, 3)
    .map(({ path, line, symbol, rule, confidence }) => `${symbol} ${path}:${line} (${rule}, ${confidence})`);
  const differ = disagreements.length > 0 ? ` DISAGREE: ${JSON.stringify(disagreements).slice(0, 300)}` : '';
  return `${status} [${sought.join(', ')}] ${sides.join('; ')}${differ}`;
}

function around({ annotation, file }: Occurrence): readonly string[] {
  const { side, line, endLine } = annotation;
  const lineOf = ({ newLine, oldLine }: DiffLine): number | undefined => (side === 'new' ? newLine : oldLine);
  for (const { lines, section } of file.hunks) {
    const first = lines.findIndex((one) => lineOf(one) === line);
    if (first < 0) continue;
    const last = lines.findIndex((one) => lineOf(one) === Math.min(endLine, line + BEFORE));
    return [
      `  @@ ${section}`,
      ...lines.slice(Math.max(first - BEFORE, 0), Math.max(first, last) + AFTER).map((one) => {
        const marker = { added: '+', removed: '-', context: ' ' }[one.kind];
        return `  ${lineOf(one) === line ? '>>' : '  '}${marker}${one.text}`;
      }),
    ];
  }
  return ['  (not on a line of the diff)'];
}
