import { machineBelow, type Machine } from './machine.ts';

/** Stands in for the one of `src/node`: without a machine there is no git, and so no object to read. */
export class CatFile {
  readonly #real: ReturnType<Machine['makeCatFile']> | undefined;

  constructor(directory: string) {
    this.#real = machineBelow()?.makeCatFile(directory);
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#real?.read(name) ?? Promise.resolve(undefined);
  }

  dispose(): void {
    this.#real?.dispose();
  }
}
