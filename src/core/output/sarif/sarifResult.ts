import type { Location, PhysicalLocation, Result } from 'sarif';
import type { Counterpart, CrossingResult } from '../../counterpart/counterpart.ts';
import { facetWords } from '../facetWords.ts';
import type { ListedAnnotation } from '../listedAnnotations.ts';
import { LEVELS } from './sarifRule.ts';

/** An annotation as a SARIF result; its counterparts are the related locations. */
export function sarifResult(
  { patch, path, annotation }: ListedAnnotation,
  how: { readonly ruleIndex: number; readonly crossing: CrossingResult | undefined },
): Result {
  const { side, line, endLine, column, facets } = annotation;
  const removed = side === 'old';
  const facts = [...(removed ? [`removed from line ${line}`] : []), ...facetWords(facets)].join(' · ');
  const differences = (how.crossing?.disagreements ?? []).map(({ question }) => ` ${question}`).join('');
  const { layer, phase, visibility, explainedBy, origin, confidence } = facets;
  return {
    ruleId: annotation.pattern,
    ...(how.ruleIndex >= 0 && { ruleIndex: how.ruleIndex }),
    level: LEVELS[annotation.attention],
    message: { text: `${annotation.title}: ${annotation.question}${differences} (${facts})` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(path),
          // The file as it is now has no line for what was removed.
          ...(!removed && {
            region: { startLine: line, endLine: Math.max(line, endLine), startColumn: column },
          }),
        },
        ...(annotation.item !== null && { logicalLocations: [{ fullyQualifiedName: annotation.item }] }),
      },
    ],
    ...(how.crossing &&
      how.crossing.counterparts.length > 0 && {
        relatedLocations: how.crossing.counterparts.map(relatedLocation),
      }),
    partialFingerprints: { 'annotation/v1': annotation.id },
    properties: {
      patch: { position: patch.position, subject: patch.message.subject },
      side,
      facets: { layer, phase, visibility, explainedBy, origin, confidence },
    },
  };
}

function relatedLocation({ path, line, endLine, language, symbol, rule }: Counterpart, id: number): Location {
  const physicalLocation: PhysicalLocation = {
    artifactLocation: artifact(path),
    region: { startLine: line, endLine: Math.max(line, endLine) },
  };
  const side = language === 'c' ? 'C' : 'Rust';
  return { id, physicalLocation, message: { text: `${side} side: ${symbol} (found by ${rule})` } };
}

/** A path of the repository as a URI reference, relative to where the repository is checked out. */
function artifact(path: string): { readonly uri: string; readonly uriBaseId: string } {
  const segments = path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')));
  return { uri: segments.join('/'), uriBaseId: '%SRCROOT%' };
}
