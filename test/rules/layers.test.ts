import { describe, expect, it } from 'vitest';
import { imports, type Import } from './imports.ts';
import { codeFiles } from './sources.ts';

/** Who may import whom. What a layer does not name here, it must not import. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: ['base'],
  core: ['base', 'core'],
  protocol: ['base', 'protocol'],
  present: ['base', 'core', 'protocol', 'present'],
  webview: ['base', 'protocol', 'webview'],
  node: ['base', 'core', 'node', 'node:'],
  host: ['base', 'core', 'protocol', 'present', 'node', 'host', 'vscode'],
  cli: ['base', 'core', 'node', 'cli', 'node:'],
};

/** The one file of the host that may use Node itself; the rest goes through the ports in src/node. */
const nodeEntry = 'src/host/extension.ts';

/** The order of core: a later one may import an earlier one, never the other way round. */
const downward = ['patch', 'image', 'syntax', 'catalog', 'annotate', 'counterpart', 'review', 'output'];

const ours = imports.filter(({ from }) => from.startsWith('src/'));

describe('the import table', () => {
  it('covers every folder below src', () => {
    const layers = codeFiles.filter((path) => path.startsWith('src/')).map(layerOf);
    expect([...new Set(layers)].filter((layer) => !(layer in allowed))).toEqual([]);
  });

  it('is kept', () => {
    const broken = ours.filter((one) => {
      const target = targetOf(one);
      if (target === null) return false;
      if (one.from === nodeEntry && target === 'node:') return false;
      return !allowed[layerOf(one.from)]?.includes(target);
    });
    expect(broken.map(told)).toEqual([]);
  });

  it('keeps the flow of core downward', () => {
    const broken = ours.filter(({ from, path }) => {
      const [importer, imported] = [coreFolder(from), coreFolder(path ?? '')];
      if (importer === null) return false;
      return imported !== null && downward.indexOf(imported) > downward.indexOf(importer);
    });
    expect(broken.map(told)).toEqual([]);
    const folders = codeFiles.map(coreFolder).filter((folder) => folder !== null);
    expect([...new Set(folders)].filter((folder) => !downward.includes(folder))).toEqual([]);
  });

  it('writes the ending of every file', () => {
    const broken = imports.filter(({ path }) => path !== null && !/\.(?:ts|mjs|cjs|json|css)$/.test(path));
    expect(broken.map(told)).toEqual([]);
  });
});

describe('third-party libraries', () => {
  it.each(['parse-diff', 'web-tree-sitter'])('%s is imported by exactly one file', (name) => {
    const importers = new Set(ours.filter(({ specifier }) => specifier === name).map(({ from }) => from));
    expect([...importers]).toHaveLength(1);
  });

  it('stay in the layer that owns them', () => {
    const owners = new Map<string, Set<string>>();
    for (const one of ours) {
      const name = packageOf(one);
      if (name === null) continue;
      owners.set(name, (owners.get(name) ?? new Set()).add(layerOf(one.from)));
    }
    const shared = [...owners].filter(([, layers]) => layers.size > 1);
    expect(shared.map(([name, layers]) => `${name}: ${[...layers].join(', ')}`)).toEqual([]);
  });
});

function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The folder of core a file is in; `null` outside of core and for the files that join the folders. */
function coreFolder(path: string): string | null {
  return /^src\/core\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** What an import reaches, in the words of the table; `null` for third-party packages. */
function targetOf({ specifier, path }: Import): string | null {
  if (path !== null) return path.startsWith('src/') ? layerOf(path) : path;
  if (specifier.startsWith('node:')) return 'node:';
  return specifier === 'vscode' ? 'vscode' : null;
}

function packageOf({ specifier, path }: Import): string | null {
  if (path !== null || specifier.startsWith('node:') || specifier === 'vscode') return null;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function told({ from, line, specifier }: Import): string {
  return `${from}:${line} imports ${specifier}`;
}
