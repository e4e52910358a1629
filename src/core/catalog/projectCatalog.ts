import { loadPatternReader } from './loadPatternReader.ts';
import type { Problem } from '../problem.ts';
import type { Catalog } from './catalog.ts';
import type { Pattern } from './pattern.ts';
import { readProjectProfile } from './readProjectProfile.ts';

/** Where a repository keeps its own patterns and its profile. Data only: nothing in it names a program. */
export const PROJECT_PROFILE = '.interop-review/profile.json';
export const PROJECT_PATTERNS = '.interop-review/patterns';

/** The text of a file, and its path as problems shall name it. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

export interface ProjectFiles {
  readonly profile: ProjectFile | undefined;
  readonly patterns: readonly ProjectFile[];
}

export interface ProjectCatalog {
  readonly catalog: Catalog;
  /** Id of the profile that the repository extends, and so chooses for itself. */
  readonly profile: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The shipped catalogue with a repository's own patterns and profile. What has a fault is left out, with a problem. The
 * reader of patterns is large, and loaded only where there are any.
 */
export async function projectCatalog(shipped: Catalog, files: ProjectFiles): Promise<ProjectCatalog> {
  const problems: Problem[] = [];
  const patterns: Pattern[] = [...shipped.patterns];
  for (const { path, text } of files.patterns) {
    const readPattern = await loadPatternReader();
    const read = readPattern(text, path, true);
    problems.push(...read.problems);
    const refusal = read.value && refusalOf(read.value, patterns);
    if (refusal !== undefined) problems.push({ code: 'bad-pattern', message: refusal, at: `${path}:1` });
    else if (read.value) patterns.push(read.value);
  }
  const catalog = { patterns, profiles: shipped.profiles };
  if (!files.profile) return { catalog, profile: undefined, problems };
  const { value: own, problems: faults } = readProjectProfile(
    files.profile.text,
    files.profile.path,
    catalog,
  );
  problems.push(...faults);
  if (!own) return { catalog, profile: undefined, problems };
  const profiles = shipped.profiles.map((profile) => (profile.id === own.id ? own : profile));
  return { catalog: { patterns, profiles }, profile: own.id, problems };
}

function refusalOf({ id, computed }: Pattern, others: readonly Pattern[]): string | undefined {
  if (computed) return 'Only patterns that come with the program can be computed; this one needs a query.';
  if (others.some((other) => other.id === id)) return `There is a pattern "${id}" already.`;
  return undefined;
}
