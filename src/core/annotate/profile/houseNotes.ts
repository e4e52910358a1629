import type { HouseExpectation, HouseNote, HouseRule } from '../../catalog/houseRule.ts';
import type { Profile } from '../../catalog/profile.ts';
import type { FileChange, Patch, Series } from '../../patch/series.ts';
import { pathPattern } from './pathPattern.ts';

/**
 * What the profile's project expects of a posting and this one does not seem to have, in the profile's order. Of changes
 * that are neither mailed nor committed only the files are looked at; of commits all but the cover letter.
 */
export function houseNotes(series: Series, { houseRules }: Profile): readonly HouseNote[] {
  return houseRules.flatMap((rule) => {
    const concerned = series.patches.filter((patch) => concerns(rule, patch));
    const lack = concerned.length > 0 ? lackOf(rule.expects, series, concerned) : undefined;
    if (!lack) return [];
    const { id, text, url } = rule;
    return [{ rule: id, text, url, ...lack }];
  });
}

function concerns({ when }: HouseRule, { files }: Patch): boolean {
  return when.length === 0 || files.some((file) => matches(when, pathOf(file)));
}

type Lack = Pick<HouseNote, 'patches' | 'missing'>;

/** What is missing of what is expected; undefined if nothing is. */
function lackOf(expects: HouseExpectation, series: Series, concerned: readonly Patch[]): Lack | undefined {
  const mailed = series.patches.some(({ envelope }) => envelope);
  const committed = mailed || series.patches.some(({ commit }) => commit !== undefined);
  switch (expects.kind) {
    case 'recipient':
      return !committed || series.recipients.includes(expects.address) ? undefined : SERIES;
    case 'cover-letter':
      return mailed && series.total > 1 && !series.cover ? SERIES : undefined;
    case 'trailer': {
      const name = expects.trailer.toLowerCase();
      const without = concerned.filter(
        ({ message }) => !message.trailers.some(({ key }) => key.toLowerCase() === name),
      );
      return committed ? lack(without, []) : undefined;
    }
    case 'new-file-line': {
      const bare = concerned.map((patch) => ({
        patch,
        files: patch.files.filter(isNewWithout(expects.text)),
      }));
      const lacking = bare.filter(({ files }) => files.length > 0);
      return lack(
        lacking.map(({ patch }) => patch),
        lacking.flatMap(({ files }) => files.map(pathOf)),
      );
    }
    case 'touches': {
      const touched = series.patches.flatMap(({ files }) => files.map(pathOf));
      const missing = expects.globs.filter((glob) => !touched.some((path) => matches([glob], path)));
      return missing.length > 0 ? lack(concerned, missing) : undefined;
    }
  }
}

const SERIES: Lack = { patches: [], missing: [] };

function lack(patches: readonly Patch[], missing: readonly string[]): Lack | undefined {
  return patches.length > 0 ? { patches: patches.map(({ position }) => position), missing } : undefined;
}

/** Rust and C only: other files say their licence in other ways, or elsewhere. */
function isNewWithout(text: string): (file: FileChange) => boolean {
  return ({ kind, binary, language, hunks }) =>
    kind === 'added' &&
    !binary &&
    language !== undefined &&
    !hunks.some(({ lines }) => lines.some((line) => line.text.includes(text)));
}

function matches(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => pathPattern(glob).test(path));
}

function pathOf({ newPath, oldPath }: FileChange): string {
  return newPath ?? oldPath ?? '';
}
