import { languageOf } from '../../patch/language.ts';
import { pathRank } from './pathRank.ts';
import { isTraceEvents } from './traceEvents.ts';

/**
 * When a file is read: 0, Rust and what stands near to where is asked for; 1, public headers; 2, other headers; 3, the rest.
 * What a stage declares is likelier meant than what a later one does.
 */
export type Stage = 0 | 1 | 2 | 3;
export const STAGES: readonly Stage[] = [0, 1, 2, 3];

export function stageOf(path: string, isNear: (path: string) => boolean): Stage {
  if (languageOf(path) === 'rust' || isTraceEvents(path) || isNear(path)) return 0;
  if (!/\.h(\.inc)?$/.test(path)) return 3;
  return pathRank(path) === 0 ? 1 : 2;
}

/** Tells which files stand near to some others: the same folder, or a name that is a word of their paths. */
export function nearTo(paths: readonly string[]): (path: string) => boolean {
  const folders = new Set(paths.map(folderOf));
  const words = new Set(paths.flatMap((path) => path.replace(/\.[^/]*$/, '').split(/[/_-]/)));
  return (path) => folders.has(folderOf(path)) || words.has(stemOf(path));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
}
