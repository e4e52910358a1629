import { shownText, type MacroDeclaration } from '../declaration.ts';
import type { FileEntry } from './indexEntry.ts';

/** QEMU lists its trace events in files of this name; each becomes a function `trace_…` in both languages. */
export function isTraceEvents(path: string): boolean {
  return /(^|\/)trace-events$/.test(path);
}

const EVENT = /^(?:disable\s+)?(?:vcpu\s+)?([a-z_]\w*)\s*\((.*?)\)\s*"/;

/** Events of a `trace-events` file under the names of their functions. */
export function traceNames(text: string): readonly FileEntry[] {
  return text.split('\n').flatMap((line, at) => {
    const name = EVENT.exec(line)?.[1];
    return name === undefined ? [] : [{ kind: 'm' as const, name: `trace_${name}`, line: at + 1 }];
  });
}

/** The events on some lines (1-based), as what they are in C: calls with these parameters. */
export function readTraceEvents(
  path: string,
  text: string,
  lines: readonly number[],
): readonly MacroDeclaration[] {
  const all = text.split('\n');
  return lines.flatMap((line): readonly MacroDeclaration[] => {
    const shown = all[line - 1] ?? '';
    const [, name, params] = EVENT.exec(shown) ?? [];
    if (name === undefined || params === undefined) return [];
    return [
      {
        kind: 'macro',
        language: 'c',
        name: `trace_${name}`,
        path,
        line,
        endLine: line,
        text: shownText(shown),
        doc: null,
        params: params === 'void' ? [] : params.split(',').map((each) => each.trim()),
        value: '',
      },
    ];
  });
}
