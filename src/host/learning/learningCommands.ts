import { pickPattern, type LineServices } from '../editor/lineCommands.ts';
import { patternOf } from '../tree/patternsTree.ts';
import type { CataloguePanel } from './cataloguePanel.ts';
import { lookUpName, type NameServices } from './nameLookup.ts';
import { openExample, type ExampleServices } from './openExample.ts';

/** What these commands work on. */
export interface LearningServices extends ExampleServices, LineServices, NameServices {
  readonly catalogue: CataloguePanel;
}

type Handler = (...args: readonly unknown[]) => unknown;

/** Commands for those who want to learn what this is about. */
export function learningCommands(services: LearningServices): Record<string, Handler> {
  const { catalogue } = services;
  return {
    'interopReview.openExample': (version) => openExample(version, services),
    'interopReview.lookUpName': (name) => lookUpName(name, services),
    'interopReview.showCatalogue': (pattern) => {
      catalogue.show(typeof pattern === 'string' ? pattern : undefined);
    },
    'interopReview.openPattern': async (argument) => {
      const pattern = await patternIn(argument, services);
      if (pattern !== undefined) catalogue.show(pattern);
    },
    'interopReview.showExamples': async (argument) => {
      const pattern = await patternIn(argument, services);
      if (pattern !== undefined) catalogue.show(pattern, true);
    },
  };
}

/** The pattern that an argument names, else that of the lines in the editor, else one that the user picks. */
async function patternIn(argument: unknown, services: LineServices): Promise<string | undefined> {
  if (typeof argument === 'string') return argument;
  return patternOf(argument) ?? (await pickPattern(argument, services));
}
