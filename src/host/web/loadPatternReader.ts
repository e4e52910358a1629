import type { PatternReader } from '../../core/catalog/loadPatternReader.ts';
import { machineBelow } from './machine.ts';

/** Stands in for the one of `core/catalog`, whose Markdown and YAML are more than a page should load. */
export function loadPatternReader(): Promise<PatternReader> {
  return machineBelow()?.loadPatternReader() ?? Promise.resolve(refusePattern);
}

const refusePattern: PatternReader = (_text, source) => {
  const message = "A repository's own patterns are not read in a browser; open it in the desktop editor.";
  return { value: undefined, problems: [{ code: 'bad-pattern', message, at: source }] };
};
