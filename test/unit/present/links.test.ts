import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import type { DocLink, Pattern } from '../../../src/core/catalog/pattern.ts';
import { docLinks, docPaths } from '../../../src/present/docLinks.ts';
import { linkTargetText, readLinkTarget } from '../../../src/present/linkTarget.ts';
import { readShippedCatalog } from '../../tools/catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await readShippedCatalog(new URL('../../../', import.meta.url));
});

function linked(...docs: readonly DocLink[]): Pattern {
  const [pattern] = catalog.patterns;
  if (!pattern) throw new Error('no patterns');
  return { ...pattern, docs };
}

const published: DocLink = {
  profile: 'qemu',
  title: 'Common pitfalls',
  url: 'https://www.qemu.org/docs/master/devel/rust.html#common-pitfalls',
  path: null,
};
const inTree: DocLink = {
  profile: 'qemu',
  title: 'Callbacks',
  url: null,
  path: 'docs/devel/rust.rst#callbacks',
};
const general: DocLink = {
  profile: 'any',
  title: 'FFI',
  url: 'https://doc.rust-lang.org/nomicon/ffi.html',
  path: null,
};

describe('links of a pattern', () => {
  it("are the profile's own, then everyone's, and no other project's", () => {
    const pattern = linked(general, published, { ...published, profile: 'linux' });
    expect(docLinks(pattern, 'qemu', new Set()).map(({ title }) => title)).toEqual([
      'Common pitfalls',
      'FFI',
    ]);
    expect(docLinks(pattern, 'generic', new Set()).map(({ title }) => title)).toEqual(['FFI']);
  });

  it('prefer the file in the tree to the published page', () => {
    const [link] = docLinks(linked(published), 'qemu', new Set(['docs/devel/rust.rst']));
    expect(readLinkTarget(link?.target ?? '')).toEqual({
      kind: 'tree',
      path: 'docs/devel/rust.rst',
      heading: 'common-pitfalls',
      line: null,
    });
    const [web] = docLinks(linked(published), 'qemu', new Set());
    expect(readLinkTarget(web?.target ?? '')).toEqual({ kind: 'web', url: published.url });
  });

  it('leave out what only a tree that is not open has', () => {
    expect(docLinks(linked(inTree), 'qemu', new Set())).toEqual([]);
    expect(docLinks(linked(inTree), 'qemu', new Set(['docs/devel/rust.rst']))).toHaveLength(1);
  });

  it('of the shipped patterns can be opened, each one', () => {
    for (const pattern of catalog.patterns)
      for (const profile of catalog.profiles)
        for (const { title, target } of docLinks(pattern, profile.id, new Set(docPaths(catalog, profile.id))))
          expect(readLinkTarget(target), `${pattern.id}: ${title}`).toBeDefined();
    expect(docPaths(catalog, 'qemu')).toContain('docs/devel/rust.rst');
  });
});

describe('link targets', () => {
  it('come back as they were written', () => {
    const targets = [
      { kind: 'web', url: 'https://example.org/a?b#c' },
      { kind: 'tree', path: 'a dir/ü#1.rst', heading: 'the-end', line: null },
      { kind: 'tree', path: 'src/fan.rs', heading: null, line: 12 },
      { kind: 'tree', path: 'src/fan.rs', heading: null, line: null },
      { kind: 'series', path: 'src/fan.rs', heading: null, line: 7 },
    ] as const;
    for (const target of targets) expect(readLinkTarget(linkTargetText(target))).toEqual(target);
  });

  it.each([
    'http://example.org/',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'vscode://other.extension/run',
    'tree:../secret',
    'series:../secret',
    'tree:a/../../secret',
    'tree:/etc/passwd',
    'tree:a%2F..%2F..%2Fsecret',
    'tree:a%5C..%5Csecret',
    'tree:%',
    'tree:',
    '',
  ])('refuse %s', (text) => {
    expect(readLinkTarget(text)).toBeUndefined();
  });
});
