import type { Log, Notification, Run } from 'sarif';
import type { Analysis } from '../../analysis.ts';
import type { Pattern } from '../../catalog/pattern.ts';
import type { CrossingResult } from '../../counterpart/counterpart.ts';
import { leavesOut } from '../../leavesOut.ts';
import type { Problem } from '../../problem.ts';
import { houseLines, houseText } from '../houseLines.ts';
import { listedAnnotations } from '../listedAnnotations.ts';
import { annotationCounts, scopeSentences } from '../scope.ts';
import { sarifResult } from './sarifResult.ts';
import { sarifRule } from './sarifRule.ts';

export interface SarifOptions {
  /** Version of the program. */
  readonly version: string;
  /** The patterns in use: the rules' titles and texts. */
  readonly patterns: readonly Pattern[];
  /** Lists notes and generated files too, instead of counting them. */
  readonly notes: boolean;
  /** The other side of crossings, by annotation. */
  readonly counterparts: ReadonlyMap<string, CrossingResult>;
}

/**
 * The analysis as SARIF 2.1.0. Places are in each file as its patch leaves it; in a series that changes a file twice, the
 * patch is named in the result's properties. What could not be read is a notification, and then the run is unsuccessful.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(analysis: Analysis, options: SarifOptions): string {
  const listed = listedAnnotations(analysis, options);
  const used = [...new Set(listed.map(({ annotation }) => annotation.pattern))].sort();
  const patterns = used.flatMap((id) => options.patterns.find((pattern) => pattern.id === id) ?? []);
  const ruleIndex = new Map(patterns.map(({ id }, index) => [id, index]));
  const { series, problems } = analysis;
  const run: Run = {
    tool: {
      driver: {
        name: 'Interop Review',
        version: options.version,
        semanticVersion: options.version,
        rules: patterns.map((pattern) => sarifRule(pattern, analysis.profile)),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: !problems.some(leavesOut),
        toolExecutionNotifications: [
          ...problems.map(problemNotification),
          ...[
            ...houseLines(analysis).map(houseText),
            annotationCounts(analysis),
            ...scopeSentences(analysis),
          ].map(noteNotification),
        ],
      },
    ],
    properties: {
      series: { id: series.id, subject: series.subject, version: series.version },
      profile: analysis.profile,
    },
    results: listed.map((each) =>
      sarifResult(each, {
        ruleIndex: ruleIndex.get(each.annotation.pattern) ?? -1,
        crossing: options.counterparts.get(each.annotation.id),
      }),
    ),
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function problemNotification(problem: Problem): Notification {
  const { code, message, at } = problem;
  return {
    descriptor: { id: code },
    level: leavesOut(problem) ? 'error' : 'warning',
    message: { text: at === '' ? message : `${at}: ${message}` },
  };
}

function noteNotification(text: string): Notification {
  return { level: 'note', message: { text } };
}
