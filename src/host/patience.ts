/** Resolves with nothing after some milliseconds: races against what may take too long to be waited for. */
export function patience(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined);
  });
}
