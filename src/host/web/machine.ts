import type { PatternReader } from '../../core/catalog/loadPatternReader.ts';
import type { CatFile } from '../../node/catFile.ts';
import type { runGit } from '../../node/runGit.ts';
import type { workTree } from '../../node/workTree.ts';

/** What a desktop has below the extension and a browser has not. */
export interface Machine {
  readonly runGit: typeof runGit;
  readonly makeCatFile: (directory: string) => Pick<CatFile, 'read' | 'dispose'>;
  readonly workTree: typeof workTree;
  readonly loadPatternReader: () => Promise<PatternReader>;
}

let present: Machine | undefined;

/** Says before anything else runs that there is a machine. */
export function runOn(machine: Machine): void {
  present = machine;
}

/** The machine below; undefined in a browser. */
export function machineBelow(): Machine | undefined {
  return present;
}
