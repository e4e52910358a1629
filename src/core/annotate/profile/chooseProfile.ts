import type { Profile } from '../../catalog/profile.ts';
import type { Series } from '../../patch/series.ts';
import { pathPattern } from './pathPattern.ts';

/**
 * The profile of a series: the one asked for, else the one whose lists it went to, else the one whose paths it
 * touches most, else `generic`. Undefined only if there are no profiles at all.
 */
export function chooseProfile(
  profiles: readonly Profile[],
  series: Series,
  wanted: string | undefined,
): Profile | undefined {
  const named = profiles.find((profile) => profile.id === wanted);
  if (named) return named;
  const generic = profiles.find((profile) => profile.id === 'generic') ?? profiles[0];
  const byList = profiles.find((profile) =>
    profile.recognise.recipients.some((part) => series.recipients.some((address) => address.includes(part))),
  );
  if (byList) return byList;
  const paths = new Set(series.patches.flatMap((patch) => patch.files.map((file) => pathOf(file))));
  let best = generic;
  let bestCount = 0;
  for (const profile of profiles) {
    const globs = profile.recognise.paths.map(pathPattern);
    let count = 0;
    for (const path of paths) if (globs.some((glob) => glob.test(path))) count++;
    if (count > bestCount) [best, bestCount] = [profile, count];
  }
  return best;
}

function pathOf(file: { readonly oldPath: string | null; readonly newPath: string | null }): string {
  return file.newPath ?? file.oldPath ?? '';
}
