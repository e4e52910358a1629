import type { Finding } from '../counterpart.ts';

/** One way to look for the other side. */
export interface Try {
  readonly find: () => Promise<readonly Finding[]>;
  /** There must be another side: that none was found is said. */
  readonly must?: boolean;
}

/** What the first way finds that finds anything; else what of those that must have been found was not. */
export async function firstFound(tries: readonly Try[]): Promise<readonly Finding[]> {
  const missed: Finding[] = [];
  for (const { find, must } of tries) {
    const findings = await find();
    const found = findings.filter(({ status }) => status !== 'not-found');
    if (found.length > 0) return found;
    if (must) missed.push(...findings);
  }
  return missed.slice(0, 1);
}
