// npm run patterns
// Prints each pattern with its counts of flagged and clean examples by language. Exit status 1: a side has fewer than two.
import { pathToFileURL } from 'node:url';
import type { Pattern, PatternLanguage } from '../../src/core/catalog/pattern.ts';
import { readShippedCatalog } from './catalog.ts';

const NEEDED = 2;

function count({ examples }: Pattern, language: PatternLanguage, polarity: 'flagged' | 'clean'): number {
  return examples.filter((example) => example.language === language && example.polarity === polarity).length;
}

async function main(): Promise<void> {
  const { patterns } = await readShippedCatalog(pathToFileURL(`${process.cwd()}/`));
  const width = Math.max(...patterns.map(({ id }) => id.length));
  let poor = 0;
  for (const pattern of patterns) {
    const counts = pattern.languages.map((language) => {
      const [flagged, clean] = [count(pattern, language, 'flagged'), count(pattern, language, 'clean')];
      const enough = flagged >= NEEDED && clean >= NEEDED;
      if (!enough) poor++;
      return `${language} ${flagged} flagged ${clean} clean${enough ? '' : ' (too few)'}`;
    });
    const how = pattern.computed ? 'computed ' : '';
    console.log(`${pattern.id.padEnd(width)}  ${pattern.category.padEnd(11)}  ${how}${counts.join(', ')}`);
  }
  console.log(`${patterns.length} patterns, ${patterns.flatMap(({ examples }) => examples).length} examples`);
  if (poor > 0) process.exitCode = 1;
}

void main();
