/** How many tests of a tier ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One kind of test, run as a whole. */
export interface Tier {
  readonly name: string;
  /** What it looks at, in a few words. */
  readonly about: string;
  /** Runs it, printing as it goes. Rejects when the run itself broke. */
  readonly run: () => Promise<Counts>;
}

export interface TierResult extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** Runs one tier. A tier that breaks, or that ran no test, has failed. */
export async function runTier({ name, run }: Tier): Promise<TierResult> {
  const start = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = (performance.now() - start) / 1000;
  if (counts.passed + counts.failed > 0) return { name, ...counts, seconds };
  console.error(`Tier ${name} ran no test.`);
  return { name, ...counts, failed: 1, seconds };
}
