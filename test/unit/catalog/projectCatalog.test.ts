import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze.ts';
import { layerOf } from '../../../src/core/annotate/profile/layerOf.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { ATTENTIONS } from '../../../src/core/catalog/pattern.ts';
import { LAYERS, PHASES } from '../../../src/core/catalog/profile.ts';
import { projectCatalog } from '../../../src/core/catalog/projectCatalog.ts';
import { mappedDocs } from '../../../src/present/mappedDocs.ts';
import { addedFile, seriesOfFile } from '../../../src/core/patch/wholeFile.ts';
import { engine } from '../annotate/analyzed.ts';
import { testAssets } from '../assets.ts';

const shipped = await loadCatalog(testAssets());
const sample = readFileSync(
  new URL('../../../src/patterns/ownership/unbounded-lifetime.md', import.meta.url),
  'utf8',
).replace(/^id: .*$/m, 'id: our-own');

function withProfile(profile: object) {
  const file = { path: '.interop-review/profile.json', text: JSON.stringify(profile) };
  return projectCatalog(shipped, { profile: file, patterns: [] });
}

it('adds patterns, and puts what the profile adds before the shipped profile that it extends', async () => {
  const { catalog, profile, problems } = await projectCatalog(shipped, {
    profile: {
      path: '.interop-review/profile.json',
      text: JSON.stringify({
        extends: 'qemu',
        layers: [{ glob: 'rust/toys/**', layer: 'tests' }],
        quiet: [{ pattern: 'our-own', layer: 'device' }],
      }),
    },
    patterns: [{ path: '.interop-review/patterns/our-own.md', text: sample }],
  });
  expect(problems).toEqual([]);
  expect(catalog.patterns.at(-1)?.id).toBe('our-own');
  expect(profile).toBe('qemu');
  const own = catalog.profiles.find(({ id }) => id === 'qemu');
  expect(own?.layers[0]).toEqual({ glob: 'rust/toys/**', layer: 'tests' });
  expect(own?.layers.length).toBeGreaterThan(10);
});

it('says how loudly an editor asks', async () => {
  const { catalog, problems } = await withProfile({ extends: 'glib', problems: { check: 'warning' } });
  expect(problems).toEqual([]);
  expect(catalog.profiles.find(({ id }) => id === 'glib')?.problems).toEqual({ check: 'warning' });
});

it('adds house rules after those of the shipped profile', async () => {
  const rule = {
    ...{ id: 'toys', text: 'Toys go to the list of toys.', when: ['rust/toys/**'] },
    expects: { kind: 'recipient', address: 'Toys@lists.example.org' },
  };
  const { catalog, problems } = await withProfile({ extends: 'qemu', houseRules: [rule] });
  expect(problems).toEqual([]);
  const rules = catalog.profiles.find(({ id }) => id === 'qemu')?.houseRules ?? [];
  expect(rules.length).toBeGreaterThan(1);
  expect(rules.at(-1)).toEqual({
    ...{ ...rule, url: null },
    expects: { kind: 'recipient', address: 'toys@lists.example.org' },
  });
});

it.each([
  ['a profile that is not there', { extends: 'none' }, 'extends'],
  ['an unknown key', { extends: 'qemu', run: 'make' }, 'The key "run" is unknown.'],
  ['a loudness that is none', { extends: 'qemu', problems: { note: 'loud' } }, 'problems.note'],
  ['an attention that is none', { extends: 'qemu', problems: { all: 'off' } }, '"all"'],
  ['a pattern that is not there', { extends: 'qemu', quiet: [{ pattern: 'x', layer: 'api' }] }, '"x"'],
  [
    'a document outside',
    { extends: 'qemu', docs: [{ symbol: 'f', title: 'F', document: '../f.md' }] },
    'inside',
  ],
  [
    'an address without https',
    { extends: 'qemu', docs: [{ symbol: 'f', title: 'F', url: 'file:///f' }] },
    'https',
  ],
  [
    'a house rule with no address to open',
    {
      extends: 'qemu',
      houseRules: [{ id: 'r', text: 'R.', url: 'https://[', expects: { kind: 'cover-letter' } }],
    },
    'houseRules[0].url Expected an https address.',
  ],
  [
    'a house rule that expects nothing known',
    { extends: 'qemu', houseRules: [{ id: 'r', text: 'R.', expects: { kind: 'run', command: 'make' } }] },
    'houseRules[0].expects.kind Expected one of recipient',
  ],
  [
    'a key of another kind of house rule',
    { extends: 'qemu', houseRules: [{ id: 'r', text: 'R.', expects: { kind: 'cover-letter', globs: [] } }] },
    'houseRules[0].expects The key "globs" is unknown.',
  ],
  ['a document for nothing', { extends: 'qemu', docs: [{ title: 'F', document: 'f.md' }] }, 'at least one'],
])('refuses %s, and uses the shipped profiles then', async (_, file, message) => {
  const { catalog, profile, problems } = await withProfile(file);
  expect(problems.map((problem) => `${problem.at} ${problem.message}`).join()).toContain(message);
  expect(profile).toBeUndefined();
  expect(catalog.profiles).toEqual(shipped.profiles);
});

it('refuses a pattern that would replace a shipped one, and one that needs code', async () => {
  const replacing = sample.replace('id: our-own', 'id: unsafe-block');
  const computed = sample.replace('needs: ', 'computed: true\nneeds: ');
  const { catalog, problems } = await projectCatalog(shipped, {
    profile: undefined,
    patterns: [replacing, computed].map((text, index) => ({ path: `${index}.md`, text })),
  });
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['bad-pattern', '0.md:1'],
    ['bad-pattern', '1.md:1'],
  ]);
  expect(catalog.patterns).toHaveLength(shipped.patterns.length);
});

it('says where an expression stands that cannot be searched in linear time', async () => {
  const text = sample.replace('## Examples', '```regex rust\n(?<=unsafe )fn\n```\n\n## Examples');
  const at = text.split('\n').indexOf('(?<=unsafe )fn') + 1;
  const { problems } = await projectCatalog(shipped, {
    profile: undefined,
    patterns: [{ path: '.interop-review/patterns/our-own.md', text }],
  });
  expect(problems).toEqual([
    {
      code: 'bad-pattern',
      message: expect.stringContaining('Looking behind') as string,
      at: `.interop-review/patterns/our-own.md:${at}`,
    },
  ]);
});

it('is not held up by the expressions of a repository', async () => {
  const text = `---
id: our-own
title: Our own
category: unsafe
attention: check
languages: [rust]
needs: hunk
owes: nothing
cues: [aa]
docs: [{ profile: any, title: 'T', url: 'https://example.org/t' }]
---

What. It is.

## What to check

- It.

## What a reviewer may ask

- Is it?

## What a good explanation says

That it is.

## Query

\`\`\`scheme rust
((identifier) @anchor (#match? @anchor "^(a+)+$"))
\`\`\`

\`\`\`regex rust
(?<anchor>(?:a|a)+)b
\`\`\`

## Examples

\`\`\`rust flagged
let x = aa;
//      ^^ anchor
\`\`\`

\`\`\`rust clean
let x = aaz;
\`\`\`
`;
  const { catalog, problems } = await projectCatalog(shipped, {
    profile: undefined,
    patterns: [{ path: 'our-own.md', text }],
  });
  expect(problems).toEqual([]);
  const long = 'a'.repeat(5_000);
  const lines = [
    `fn f() {`,
    `    g(${long}_);`,
    `    g(${long});`,
    `    h!(z => , @ ${long} ${long}b);`,
    `}`,
    '',
  ];
  const series = seriesOfFile(addedFile('src/lib.rs', lines));
  const analysis = await analyze(engine, catalog, { value: series, problems: [] });
  const found = analysis.patches.flatMap(({ files }) => files.flatMap(({ annotations }) => annotations));
  expect(
    found.filter(({ pattern }) => pattern === 'our-own').map(({ line, column }) => [line, column]),
  ).toEqual([
    [3, 7],
    [4, 17],
    [4, 5_018],
  ]);
});

it('is not held up by a glob with many stars', async () => {
  const { catalog } = await withProfile({
    extends: 'qemu',
    layers: [{ glob: '*a*a*a*a*a*a*a*a*a*a*b', layer: 'tests' }],
  });
  const own = catalog.profiles.find(({ id }) => id === 'qemu');
  if (!own) throw new Error('there is a profile for QEMU');
  expect(layerOf(own, 'a'.repeat(2_000))).not.toBe('tests');
  expect(layerOf(own, `${'a'.repeat(2_000)}b`)).toBe('tests');
});

it('links places to the documents that the profile names for their pattern, path and symbol', async () => {
  const { catalog } = await withProfile({
    extends: 'qemu',
    docs: [
      { pattern: 'unsafe-block', path: 'rust/**', title: 'Unsafe', document: 'docs/unsafe.md#rules' },
      { symbol: 'fan_read', title: 'Fan', url: 'https://example.org/fan' },
    ],
  });
  const docs = catalog.profiles.find(({ id }) => id === 'qemu')?.docs ?? [];
  const at = (pattern: string, symbol: string | null, path: string) =>
    mappedDocs(docs, { pattern, symbol }, path).map(({ target }) => target);
  expect(at('unsafe-block', null, 'rust/a.rs')).toEqual(['tree:docs/unsafe.md#rules']);
  expect(at('unsafe-block', 'fan_read', 'hw/a.c')).toEqual(['https://example.org/fan']);
  expect(at('unsafe-fn', null, 'rust/a.rs')).toEqual([]);
});

it('has a schema for the editor that names the same keys, layers, phases and profiles', async () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../media/profile.schema.json', import.meta.url), 'utf8'),
  ) as {
    properties: Record<
      string,
      {
        type?: string;
        properties?: object;
        enum?: string[];
        items?: { properties: Record<string, { enum?: string[] }> };
      }
    >;
  };
  const { properties } = schema;
  expect(properties['extends']?.enum).toEqual(shipped.profiles.map(({ id }) => id).sort());
  expect(properties['layers']?.items?.properties['layer']?.enum).toEqual([...LAYERS]);
  expect(properties['phases']?.items?.properties['phase']?.enum).toEqual([...PHASES]);
  const all = Object.fromEntries(
    Object.entries(properties).map(([key, { type }]) => [
      key,
      key === 'extends' ? 'qemu' : type === 'object' ? {} : [],
    ]),
  );
  expect(Object.keys(properties['problems']?.properties ?? {})).toEqual([...ATTENTIONS]);
  expect((await withProfile({ ...all, $schema: 'x' })).problems).toEqual([]);
});
