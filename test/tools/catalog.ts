import { readdir, readFile } from 'node:fs/promises';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import type { Pattern } from '../../src/core/catalog/pattern.ts';
import type { Profile } from '../../src/core/catalog/profile.ts';
import { readPattern } from '../../src/core/catalog/readPattern.ts';
import { readProfile } from '../../src/core/catalog/readProfile.ts';
import type { WithProblems } from '../../src/core/problem.ts';

/**
 * Reads the patterns and profiles under `root` (the repository) and checks them against each other. Throws one Error
 * that lists every fault with its file and line. Patterns come in order of category and id.
 */
export async function readShippedCatalog(root: URL): Promise<Catalog> {
  const faults: string[] = [];
  const readAll = async <T>(
    folder: string,
    extension: string,
    read: (text: string, source: string) => WithProblems<T | undefined>,
  ): Promise<readonly { readonly file: string; readonly value: T }[]> => {
    const names = (await readdir(new URL(folder, root), { recursive: true }))
      .filter((name) => name.endsWith(extension))
      .map((name) => folder + name.replaceAll('\\', '/'))
      .sort();
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, root), 'utf8')));
    return names.flatMap((file, index) => {
      const { value, problems } = read(texts[index] ?? '', file);
      faults.push(...problems.map(({ at, message }) => `${at}: ${message}`));
      return value ? { file, value } : [];
    });
  };
  const patterns = await readAll<Pattern>('src/patterns/', '.md', readPattern);
  const profiles = await readAll<Profile>('src/profiles/', '.json', readProfile);

  const ids = new Set(patterns.map(({ value }) => value.id));
  const profileIds = new Set(['any', ...profiles.map(({ value }) => value.id)]);
  for (const { file, value } of patterns) {
    const { id, category, pairsWith, docs } = value;
    const expected = `src/patterns/${category}/${id}.md`;
    if (file !== expected) faults.push(`${file}:1: By its id and category this file is ${expected}.`);
    for (const other of pairsWith)
      if (!ids.has(other)) faults.push(`${file}:1: It pairs with "${other}", which is no pattern.`);
    for (const { profile } of docs)
      if (!profileIds.has(profile))
        faults.push(`${file}:1: A link is for "${profile}", which is no profile.`);
  }
  for (const { file, value } of profiles) {
    const { id, quiet } = value;
    if (file !== `src/profiles/${id}.json`) faults.push(`${file}: By its id this file is ${id}.json.`);
    for (const { pattern } of quiet)
      if (!ids.has(pattern)) faults.push(`${file}: It keeps "${pattern}" quiet, which is no pattern.`);
  }
  if (faults.length > 0) throw new Error(`The catalogue has faults:\n${faults.join('\n')}`);
  return { patterns: patterns.map(({ value }) => value), profiles: profiles.map(({ value }) => value) };
}
