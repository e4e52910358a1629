import { languageOf } from '../../patch/language.ts';
import { cNames } from './cNames.ts';
import type { FileEntry } from './indexEntry.ts';
import { rustNames } from './rustNames.ts';
import { isTraceEvents, traceNames } from './traceEvents.ts';

/** Names in a file of either language. */
export function namesOf(path: string, text: string): readonly FileEntry[] {
  if (isTraceEvents(path)) return traceNames(text);
  return languageOf(path) === 'rust' ? rustNames(text) : cNames(text);
}

/** Whether a file has names for the index. */
export function isIndexed(path: string): boolean {
  return languageOf(path) !== undefined || isTraceEvents(path);
}
