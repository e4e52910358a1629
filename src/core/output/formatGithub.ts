import type { Analysis } from '../analysis.ts';
import type { Attention } from '../catalog/pattern.ts';
import { leavesOut } from '../leavesOut.ts';
import type { Problem } from '../problem.ts';
import { facetWords } from './facetWords.ts';
import { houseLines, houseText } from './houseLines.ts';
import { listedAnnotations, type ListedAnnotation } from './listedAnnotations.ts';
import { annotationCounts, scopeSentences } from './scope.ts';
import { visibleText } from './visibleText.ts';

const COMMANDS: Record<Attention, string> = { 'look-first': 'warning', check: 'notice', note: 'notice' };

/**
 * Workflow commands of GitHub Actions: an annotation of the changed file for each of ours and for each problem, then what
 * was read and what not, for the log. No text of the patch can become a command of its own.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(analysis: Analysis, options: { readonly notes: boolean }): string {
  const lines = [
    ...listedAnnotations(analysis, options).map(annotationCommand),
    ...houseLines(analysis).map((line) => command('notice', { title: 'House rule' }, houseText(line))),
    ...analysis.problems.map(problemCommand),
    annotationCounts(analysis),
    ...scopeSentences(analysis),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What the patch removes has no line in the file as it is now; the text says where it was. */
function annotationCommand({ path, annotation }: ListedAnnotation): string {
  const { attention, side, line, endLine, title, question, facets } = annotation;
  const removed = side === 'old' ? [`removed from line ${line}`] : [];
  const facts = [...removed, ...facetWords(facets)].join(' · ');
  const place = side === 'old' ? {} : { line: String(line), endLine: String(Math.max(line, endLine)) };
  return command(COMMANDS[attention], { file: path, ...place, title }, `${question} (${facts})`);
}

function problemCommand(problem: Problem): string {
  const { code, message, at } = problem;
  const place = at === '' ? '' : `${at}: `;
  return command(
    leavesOut(problem) ? 'error' : 'warning',
    { title: `Interop Review: ${code}` },
    place + message,
  );
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${name} ${given.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return visibleText(text).replaceAll('%', '%25');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
