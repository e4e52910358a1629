import type { Analysis } from '../analysis.ts';
import type { CrossingResult } from '../counterpart/counterpart.ts';
import type { OneSided } from '../counterpart/parity/oneSided.ts';
import type { FileAnnotations } from '../annotate/annotation.ts';
import type { Patch } from '../patch/series.ts';
import { asksForLook } from '../review/asksForLook.ts';
import { annotatedLines, type AnnotatedLine } from './annotatedLines.ts';
import { crossingLines } from './crossingLines.ts';
import { facetWords } from './facetWords.ts';
import { houseLines, houseText } from './houseLines.ts';
import { annotationCounts, scopeSentences } from './scope.ts';
import { unlisted } from './unlisted.ts';
import { visibleText } from './visibleText.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Lists notes and generated files too, instead of counting them. */
  readonly notes: boolean;
  /** By annotation; the other sides are listed where they are given. */
  readonly counterparts?: ReadonlyMap<string, CrossingResult>;
  /** Files that change while their twin stays. */
  readonly oneSided?: readonly OneSided[];
}

type Paint = (style: keyof typeof STYLES, text: string) => string;

/** SGR codes of ECMA-48, on and off; from the sixteen colours that a terminal's theme sets. */
const STYLES = {
  bold: ['1', '22'],
  dim: ['2', '22'],
  path: ['36', '39'],
  'look-first': ['31', '39'],
  check: ['33', '39'],
  note: ['34', '39'],
} as const;

/**
 * The analysis for a terminal: by patch, the most important lines first, all that is on a line together; then house
 * rules, problems, and what was read and what not.
 */
export function formatText(analysis: Analysis, options: TextOptions): string {
  const { colour, notes, oneSided = [] } = options;
  const paint: Paint = (style, text) => {
    const [on, off] = STYLES[style];
    return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
  const sections = analysis.series.patches.map((patch, index) =>
    patchSection(patch, analysis.patches[index]?.files ?? [], analysis.series.total, options, paint),
  );
  const house = houseLines(analysis).map(houseText);
  const alone = oneSided.map(
    ({ path, twin }) =>
      `${paint('path', visibleText(path))}: its twin ${visibleText(twin)} is left as it is by this series`,
  );
  const problems = analysis.problems.map(({ code, message, at }) => {
    const place = at === '' ? '' : `${paint('path', visibleText(at))}: `;
    return `${place}[${code}] ${visibleText(message)}`;
  });
  const quieted = analysis.patches.some(({ files }) =>
    files.some(({ annotations }) => !notes && !annotations.every(asksForLook)),
  );
  return [
    ...sections,
    house.length > 0 ? [paint('bold', 'House rules'), ...house] : [],
    alone.length > 0 ? [paint('bold', 'Twins in the other language'), ...alone] : [],
    problems.length > 0 ? [paint('bold', 'Problems'), ...problems] : [],
    [
      annotationCounts(analysis),
      ...(quieted ? ['Notes are counted, not listed; --notes lists them.'] : []),
      ...scopeSentences(analysis),
    ],
  ]
    .filter((section) => section.length > 0)
    .map((section) => `${section.join('\n')}\n`)
    .join('\n');
}

/** Heading and lines of a patch; nothing if nothing was found in it. */
function patchSection(
  patch: Patch,
  found: readonly FileAnnotations[],
  total: number,
  { notes, counterparts }: TextOptions,
  paint: Paint,
): readonly string[] {
  const listed = annotatedLines(patch, found, (annotation) => notes || asksForLook(annotation));
  const counted = notes ? [] : unlisted(patch, found);
  if (listed.length === 0 && counted.length === 0) return [];
  const place = `${patch.position}/${Math.max(total, patch.position)}`;
  return [
    paint('bold', `${place} ${visibleText(patch.message.subject)}`),
    ...listed.flatMap((line) => textLines(line, counterparts, paint)),
    ...counted.map(({ path, text }) =>
      path === null ? paint('dim', text) : `${paint('path', visibleText(path))}: ${paint('dim', text)}`,
    ),
  ];
}

/** One text line for each annotation; those after the first are indented, and say only facts that are not said above. */
function textLines(
  { path, side, line, annotations }: AnnotatedLine,
  counterparts: TextOptions['counterparts'],
  paint: Paint,
): readonly string[] {
  const removed = side === 'old' ? ['removed'] : [];
  let above = '';
  return annotations.flatMap((annotation, index) => {
    const place = index === 0 ? `${paint('path', `${visibleText(path)}:${line}`)}: ` : '  ';
    const level = paint(annotation.attention, `[${annotation.attention}]`);
    const words = `${visibleText(annotation.title)} — ${visibleText(annotation.question)}`;
    const facts = [...removed, ...facetWords(annotation.facets)].join(' · ');
    const said = facts === above ? '' : ` ${paint('dim', `(${facts})`)}`;
    above = facts;
    const crossing = counterparts?.get(annotation.id);
    const other = crossing ? crossingLines(crossing).map((text) => `    ${paint('dim', text)}`) : [];
    return [`${place}${level} ${words}${said}`, ...other];
  });
}
