import type { Analysis } from '../analysis.ts';
import type { Annotation, FileAnnotations } from '../annotate/annotation.ts';
import { ATTENTIONS, type Attention } from '../catalog/pattern.ts';
import type { FileChange, Patch } from '../patch/series.ts';
import { facetWords } from './facetWords.ts';
import { annotationCounts, scopeSentences } from './scope.ts';
import { visibleText } from './visibleText.ts';

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

/** The analysis for a terminal: by patch and file, one line per annotation, most important first; then what was not read. */
export function formatText(analysis: Analysis, options: { readonly colour: boolean }): string {
  const paint: Paint = (style, text) => {
    const [on, off] = STYLES[style];
    return options.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
  const sections = analysis.series.patches.map((patch, index) =>
    patchSection(patch, analysis.patches[index]?.files ?? [], analysis.series.total, paint),
  );
  const problems = analysis.problems.map(({ code, message, at }) => {
    const place = at === '' ? '' : `${paint('path', visibleText(at))}: `;
    return `${place}[${code}] ${visibleText(message)}`;
  });
  return [
    ...sections.filter((section) => section.length > 0),
    problems.length > 0 ? [paint('bold', 'Problems'), ...problems] : [],
    [annotationCounts(analysis), ...scopeSentences(analysis)],
  ]
    .filter((section) => section.length > 0)
    .map((section) => `${section.join('\n')}\n`)
    .join('\n');
}

/** Heading and annotation lines of a patch; nothing if it carries none. */
function patchSection(
  patch: Patch,
  found: readonly FileAnnotations[],
  total: number,
  paint: Paint,
): readonly string[] {
  const files = patch.files
    .map((file, index) => ({ file, annotations: byImportance(found[index]?.annotations ?? []) }))
    .filter(({ annotations }) => annotations.length > 0)
    .sort((a, b) => rank(a.annotations[0]) - rank(b.annotations[0]));
  if (files.length === 0) return [];
  const lines = files.flatMap(({ file, annotations }) =>
    annotations.map((annotation) => annotationLine(file, annotation, paint)),
  );
  const place = `${patch.position}/${Math.max(total, patch.position)}`;
  return [paint('bold', `${place} ${visibleText(patch.message.subject)}`), ...lines];
}

function annotationLine(file: FileChange, annotation: Annotation, paint: Paint): string {
  const path = annotation.side === 'old' ? file.oldPath : file.newPath;
  const place = `${visibleText(path ?? '?')}:${annotation.line}`;
  const facets = [annotation.side === 'old' ? 'removed' : null, ...facetWords(annotation.facets)];
  const said = facets.filter((word) => word !== null).join(' · ');
  const level = paint(annotation.attention, `[${annotation.attention}]`);
  const words = `${visibleText(annotation.title)} — ${visibleText(annotation.question)}`;
  return `${paint('path', place)}: ${level} ${words} ${paint('dim', `(${said})`)}`;
}

function byImportance(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

function rank(annotation: { readonly attention: Attention } | undefined): number {
  return annotation ? ATTENTIONS.indexOf(annotation.attention) : ATTENTIONS.length;
}
