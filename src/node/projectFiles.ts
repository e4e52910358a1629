import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  PROJECT_PATTERNS,
  PROJECT_PROFILE,
  type ProjectFile,
  type ProjectFiles,
} from '../core/catalog/projectCatalog.ts';

/** Reads a repository's own patterns and profile below `directory`; what is not there is left out. Links are not followed. */
export async function readProjectFiles(directory: string): Promise<ProjectFiles> {
  const entries = await readdir(join(directory, PROJECT_PATTERNS), { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => name);
  const patterns = await Promise.all(
    names.sort().map((name) => readText(directory, `${PROJECT_PATTERNS}/${name}`)),
  );
  return {
    profile: await readText(directory, PROJECT_PROFILE),
    patterns: patterns.filter((file) => file !== undefined),
  };
}

async function readText(directory: string, path: string): Promise<ProjectFile | undefined> {
  try {
    return { path, text: await readFile(join(directory, path), 'utf8') };
  } catch {
    return undefined;
  }
}
