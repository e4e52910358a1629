// npm run links -- [--tree DIR]… [--online]
// Checks the links of patterns to documentation. Offline it looks up paths and headings in trees of projects, each with the
// .interop-review/profile.json that it may have; only --online asks the addresses themselves. Exit status 1: a dead link.
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { allStdSafety } from '../../src/core/annotate/explain/stdSafety.ts';
import { projectCatalog } from '../../src/core/catalog/projectCatalog.ts';
import { readProjectFiles } from '../../src/node/projectFiles.ts';
import { readShippedCatalog } from './catalog.ts';
import { type CheckedLinks, checkTree } from './links/treeLinks.ts';
import { checkWeb } from './links/webLinks.ts';

function report(title: string, { checked, dead }: CheckedLinks): void {
  console.log(`${title}: ${checked} links, ${dead.length} dead`);
  for (const one of dead) console.log(`  ${one}`);
  if (dead.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { tree: { type: 'string', multiple: true, default: [] }, online: { type: 'boolean' } },
  });
  const shipped = await readShippedCatalog(pathToFileURL(`${process.cwd()}/`));
  const without = shipped.patterns.filter(({ docs }) => docs.length === 0).map(({ source }) => source);
  report('patterns', {
    checked: shipped.patterns.flatMap(({ docs }) => docs).length,
    dead: without.map((source) => `${source}: has no link`),
  });
  for (const tree of values.tree) {
    const { catalog, problems } = await projectCatalog(shipped, await readProjectFiles(tree));
    const faults = problems.map(({ at, message }) => `${at}: ${message}`);
    if (faults.length > 0) report(`${tree}, its own files`, { checked: 0, dead: faults });
    let known = false;
    for (const { id } of catalog.profiles) {
      const found = await checkTree(catalog, id, tree);
      if (found) report(`${tree}, links for ${id}`, found);
      known ||= found !== undefined;
    }
    if (!known) report(tree, { checked: 0, dead: ['no profile has a document in this tree'] });
  }
  if (values.online) {
    const docs = shipped.patterns.flatMap((pattern) => pattern.docs.flatMap(({ url }) => url ?? []));
    report('the web', await checkWeb([...docs, ...allStdSafety().map(({ url }) => url)]));
  }
}

void main();
