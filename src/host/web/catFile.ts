/** Stands in for the one of `src/node` in the web bundle: without git there is no object to read. */
export class CatFile {
  read(): Promise<Uint8Array | undefined> {
    return Promise.resolve(undefined);
  }

  dispose(): void {
    return;
  }
}
