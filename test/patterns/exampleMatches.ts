import { chooseProfile } from '../../src/core/annotate/profile/chooseProfile.ts';
import { changesIn } from '../../src/core/annotate/diffLines.ts';
import { layerOf } from '../../src/core/annotate/profile/layerOf.ts';
import type { Match } from '../../src/core/annotate/match/match.ts';
import { matchFile } from '../../src/core/annotate/match/matchFile.ts';
import { patternSet } from '../../src/core/annotate/match/patternSet.ts';
import type { Example, Pattern } from '../../src/core/catalog/pattern.ts';
import type { Profile } from '../../src/core/catalog/profile.ts';
import type { Image } from '../../src/core/image/image.ts';
import { languageOf } from '../../src/core/patch/language.ts';
import { localSeries } from '../../src/core/patch/localSeries.ts';
import type { DiffLine, FileChange, Patch, Series, Side } from '../../src/core/patch/series.ts';
import type { Engine } from '../../src/core/syntax/engine.ts';

/** A place in an example as its marks tell it: row and columns of its code 0-based, end exclusive and on the same row. */
export interface ExamplePlace {
  readonly row: number;
  readonly column: number;
  readonly endColumn: number;
  readonly symbol: string | null;
}

/** Matches one pattern against one of its examples, as `whole` files or from `hunks` alone. */
export function exampleMatches(
  engine: Engine,
  profiles: readonly Profile[],
  pattern: Pattern,
  example: Example,
  image: 'whole' | 'hunks',
): readonly ExamplePlace[] {
  const lines = diffOf(example);
  const file = fileChange(example, lines);
  const series = seriesOf(file);
  const [patch] = series.patches;
  const profile = chooseProfile(profiles, series, undefined);
  if (!patch || !profile) throw new Error('there is neither patch nor profile');
  const matches = matchFile(
    engine,
    patternSet(patternsOf(pattern)),
    {
      series,
      patch,
      file,
      path: example.path,
      layer: layerOf(profile, example.path),
      generated: false,
      profile,
      images: { old: imageOf(lines, 'old', image), new: imageOf(lines, 'new', image) },
    },
    example.path,
  );
  try {
    return [
      ...matches.old.filter((match) => changesIn(matches.oldSide.lines, match.line, match.context)),
      ...matches.new.filter((match) => changesIn(matches.newSide.lines, match.line, match.context)),
    ].map((match) => placeOf(match, lines));
  } finally {
    matches.delete();
  }
}

/** One list per pattern, so that its queries are compiled once. */
const alone = new WeakMap<Pattern, readonly Pattern[]>();

function patternsOf(pattern: Pattern): readonly Pattern[] {
  const patterns = alone.get(pattern) ?? [pattern];
  alone.set(pattern, patterns);
  return patterns;
}

function diffOf({ form, code }: Example): readonly DiffLine[] {
  let oldLine = 0;
  let newLine = 0;
  return code.split('\n').map((source) => {
    const marker = form === 'code' ? '+' : source.charAt(0);
    const kind = marker === '+' ? 'added' : marker === '-' ? 'removed' : 'context';
    return {
      kind,
      text: form === 'code' ? source : source.slice(1),
      oldLine: kind === 'added' ? undefined : ++oldLine,
      newLine: kind === 'removed' ? undefined : ++newLine,
      noNewline: false,
    };
  });
}

function fileChange({ path, form }: Example, lines: readonly DiffLine[]): FileChange {
  const oldLines = lines.filter(({ oldLine }) => oldLine !== undefined).length;
  const newLines = lines.filter(({ newLine }) => newLine !== undefined).length;
  return {
    kind: form === 'code' ? 'added' : 'modified',
    oldPath: form === 'code' ? null : path,
    newPath: path,
    language: languageOf(path),
    oldOid: undefined,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    combined: false,
    hunks: [
      {
        oldStart: oldLines === 0 ? 0 : 1,
        oldLines,
        newStart: newLines === 0 ? 0 : 1,
        newLines,
        section: '',
        lines,
      },
    ],
  };
}

function seriesOf(file: FileChange): Series {
  const patch: Patch = {
    id: 'example',
    position: 1,
    author: '',
    message: { subject: 'example', body: [], notes: [], trailers: [] },
    envelope: undefined,
    commit: undefined,
    files: [file],
  };
  return localSeries('example', 'example', [patch]);
}

function imageOf(diff: readonly DiffLine[], side: Side, kind: 'whole' | 'hunks'): Image {
  const lines = diff
    .filter((line) => (side === 'old' ? line.oldLine : line.newLine) !== undefined)
    .map(({ text }) => text);
  return lines.length === 0
    ? { side, kind: 'none', parts: [] }
    : { side, kind, parts: [{ firstLine: 1, lines, section: '' }] };
}

function placeOf(match: Match, lines: readonly DiffLine[]): ExamplePlace {
  const row = lines.findIndex((line) => (match.side === 'old' ? line.oldLine : line.newLine) === match.line);
  const endColumn = match.endLine > match.line ? (lines[row]?.text.length ?? 0) : match.endColumn - 1;
  return { row, column: match.column - 1, endColumn, symbol: match.symbol };
}
