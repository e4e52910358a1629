import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until there is an answer; fails after 20 seconds. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(25);
  }
  throw new Error(`waited for ${what}, in vain`);
}
