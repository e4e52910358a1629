import type { Analysis } from '../../../src/core/analysis.ts';
import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import type { FileChange, Patch } from '../../../src/core/patch/series.ts';
import type { Repository } from '../../../src/node/git.ts';
import type { SourceAnalysis } from './analyses.ts';

/** One annotation of a source, with all that is needed to show it. */
export interface Occurrence {
  /** Name of the repository or mailbox. */
  readonly source: string;
  readonly pattern: string;
  readonly annotation: Annotation;
  readonly patch: Patch;
  readonly file: FileChange;
  readonly analysis: Analysis;
  /** Undefined for a mailbox. */
  readonly repository: Repository | undefined;
}

/** What names an occurrence without its code. */
export interface Place {
  readonly source: string;
  /** Commit id, or Message-ID without brackets. */
  readonly patch: string;
  readonly path: string;
  readonly side: string;
  readonly line: number;
  readonly pattern: string;
}

export function placeOf({ source, patch, file, annotation }: Occurrence): Place {
  const { side, line, pattern } = annotation;
  const path = (side === 'old' ? file.oldPath : file.newPath) ?? '';
  return { source, patch: patch.commit ?? patch.id, path, side, line, pattern };
}

export function occurrencesIn({ source, analysis, repository }: SourceAnalysis): readonly Occurrence[] {
  return analysis.series.patches.flatMap((patch, at) =>
    patch.files.flatMap((file, nth) =>
      (analysis.patches[at]?.files[nth]?.annotations ?? []).map((annotation) => ({
        source,
        pattern: annotation.pattern,
        annotation,
        patch,
        file,
        analysis,
        repository,
      })),
    ),
  );
}
