import type { Tier } from './tier.ts';
import { runNode } from './runNode.ts';

/** A tier that is one yes or no: a program that ends with 0 or not. */
export function check(name: string, about: string, program: string, ...options: readonly string[]): Tier {
  return {
    name,
    about,
    run: async () => {
      const code = await runNode(`node_modules/${program}`, options);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}
