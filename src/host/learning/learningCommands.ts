import { pickPattern, type LineServices } from '../editor/lineCommands.ts';
import { patternOf } from '../tree/patternsTree.ts';
import type { CataloguePanel } from './cataloguePanel.ts';
import { openExample, type ExampleServices } from './openExample.ts';

/** What these commands work on. */
export interface LearningServices extends ExampleServices, LineServices {
  readonly catalogue: CataloguePanel;
}

type Handler = (...args: readonly unknown[]) => unknown;

/** Commands for those who want to learn what this is about. */
export function learningCommands(services: LearningServices): Record<string, Handler> {
  const { catalogue } = services;
  return {
    'interopReview.openExample': (version) => openExample(version, services),
    'interopReview.showCatalogue': (pattern) => {
      catalogue.show(typeof pattern === 'string' ? pattern : undefined);
    },
    'interopReview.showExamples': async (argument) => {
      const pattern =
        typeof argument === 'string'
          ? argument
          : (patternOf(argument) ?? (await pickPattern(argument, services)));
      if (pattern !== undefined) catalogue.show(pattern, true);
    },
  };
}
