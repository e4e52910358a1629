import { openExample, type ExampleServices } from './openExample.ts';

/** What these commands work on. */
export type LearningServices = ExampleServices;

type Handler = (...args: readonly unknown[]) => unknown;

/** Commands for those who want to learn what this is about. */
export function learningCommands(services: LearningServices): Record<string, Handler> {
  return {
    'interopReview.openExample': (version) => openExample(version, services),
  };
}
