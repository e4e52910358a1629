import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { checkTree } from '../../tools/links/treeLinks.ts';
import { testAssets } from '../assets.ts';

const shipped = await loadCatalog(testAssets());
const directories: string[] = [];

afterEach(async () => {
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })));
});

async function tree(document: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'links-'));
  directories.push(directory);
  await mkdir(join(directory, 'docs/devel'), { recursive: true });
  await writeFile(join(directory, 'docs/devel/rust.rst'), document);
  return directory;
}

it('tells which headings and files a tree does not have', async () => {
  const found = await checkTree(shipped, 'qemu', await tree('Common pitfalls\n---------------\n'));
  expect(found?.dead.join('\n')).not.toContain('"common-pitfalls"');
  expect(found?.dead.join('\n')).toContain('docs/devel/rust.rst has no heading "writing-bindings-to-c-code"');
  expect(found?.dead.join('\n')).toContain('docs/devel/qom.rst is not in the tree');
});

it("says nothing about another project's tree", async () => {
  expect(await checkTree(shipped, 'linux', await tree(''))).toBeUndefined();
});
