import { describe, expect, test } from 'vitest';
import { joinBytes } from '../../../src/base/joinBytes.ts';
import { namesOf } from '../../../src/core/counterpart/index/namesOf.ts';
import { createTreeIndex } from '../../../src/core/counterpart/index/treeIndex.ts';
import { openIndex, writeIndex } from '../../../src/core/counterpart/index/indexFile.ts';
import type { SourceTree, Store } from '../../../src/core/ports.ts';

const FILES: Readonly<Record<string, string>> = {
  'include/fan.h':
    'typedef struct Fan Fan;\nvoid fan_set(Fan *f, int rpm);\n#define FAN_MAX 4\nenum { FAN_A, FAN_B };\n',
  'hw/fan.c': 'void fan_set(Fan *f, int rpm) { go(); }\nstatic int helper(void) { return 1; }\n',
  'rust/fan.rs': 'use bindings::{fan_set};\n#[no_mangle]\npub extern "C" fn fan_new() {}\n',
  README: 'void fan_set(void);',
};

/** A tree of texts that remembers what was read of it. */
interface TextTree extends SourceTree {
  readonly asked: string[];
}

function treeOf(files: Readonly<Record<string, string>>): TextTree {
  const asked: string[] = [];
  const versions = Object.entries(files).map(([path, text]) => ({
    path,
    version: `${text.length} ${text.slice(0, 9)}`,
  }));
  return {
    asked,
    files: () => Promise.resolve(versions),
    read: (path) => {
      asked.push(path);
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
}

/** A tree of which some files are not read before they are let go. */
function heldTree(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
): { readonly tree: SourceTree; readonly letGo: () => void } {
  const tree = treeOf(files);
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    if (paths.includes(path)) await gate;
    return tree.read(path);
  };
  return { tree: { ...tree, read }, letGo };
}

function memoryStore(): Store & { content: Uint8Array | undefined } {
  const store = {
    content: undefined as Uint8Array | undefined,
    read: () => Promise.resolve(store.content),
    write: (parts: Iterable<Uint8Array>) => {
      store.content = joinBytes(parts);
      return Promise.resolve();
    },
  };
  return store;
}

describe('names of a file', () => {
  test('C', () => {
    const text =
      'struct ops { int (*read)(void *); };\nstatic const struct ops o = { .name = "fan", .read = f };\nOBJECT_DECLARE_TYPE(Fan, FanClass, FAN)\n#define TYPE_FAN "fan-device"\nint x[3];';
    expect(namesOf('a.h', text)).toEqual([
      { kind: 'r', name: 'ops', line: 1 },
      { kind: 'k', name: 'read', line: 1 },
      { kind: 'g', name: 'o', line: 2 },
      { kind: 'q', name: 'fan', line: 2 },
      { kind: 'i', name: 'Fan', line: 3 },
      { kind: 'i', name: 'FanClass', line: 3 },
      { kind: 'i', name: 'FAN', line: 3 },
      { kind: 'g', name: 'x', line: 5 },
      { kind: 'm', name: 'TYPE_FAN', line: 4 },
      { kind: 'q', name: 'fan-device', line: 4 },
    ]);
  });

  test('Rust', () => {
    const text =
      '#[no_mangle]\npub extern "C" fn a() {}\n#[doc(alias = "wire_hdr")]\nstruct Hdr;\nextern "C" {\n    fn c();\n}\nfn d() { ffi::e(); }\nconst N: &CStr = c"fan";';
    expect(namesOf('a.rs', text).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'X a',
      'R Hdr',
      'L wire_hdr',
      'X c',
      'F d',
      'U e',
      'C N',
      'Q fan',
    ]);
  });

  test('trace events', () => {
    expect(namesOf('hw/trace-events', '# fan.c\nfan_set(int rpm) "rpm %d"\n')).toEqual([
      { kind: 'm', name: 'trace_fan_set', line: 2 },
    ]);
  });
});

describe('an index of a tree', () => {
  test('finds names by kind, in files of either language only', async () => {
    const index = createTreeIndex(treeOf(FILES));
    await index.ready();
    const places = await index.find('fan_set', 'fdsU');
    expect(places.map(({ kind, path, line }) => `${kind} ${path}:${line}`).sort()).toEqual([
      'U rust/fan.rs:1',
      'd hw/fan.c:1',
      'f include/fan.h:2',
    ]);
    expect(await index.find('fan_set', 'r')).toEqual([]);
    expect(await index.find('FAN_B', 'v')).toMatchObject([{ path: 'include/fan.h' }]);
  });

  test('headers answer before sources are read, and sources add to it', async () => {
    const held = heldTree(FILES, ['hw/fan.c']);
    const index = createTreeIndex(held.tree);
    expect((await index.find('fan_set', 'fd')).map(({ path }) => path)).toEqual(['include/fan.h']);
    expect(index.isComplete).toBe(false);
    const helper = index.find('helper', 'fds');
    held.letGo();
    expect(await helper).toMatchObject([{ path: 'hw/fan.c' }]);
    await index.ready();
    expect(index.isComplete).toBe(true);
    expect((await index.find('fan_set', 'fd')).map(({ path }) => path).sort()).toEqual([
      'hw/fan.c',
      'include/fan.h',
    ]);
  });

  test('what stands near to where it is asked for is read first', async () => {
    const files = { ...FILES, 'hw/pump/pump.c': 'static int pump_on(void) { return 1; }\n' };
    const held = heldTree(files, ['hw/fan.c', 'include/fan.h']);
    const index = createTreeIndex(held.tree);
    index.prefer(['rust/hw/pump/src/device.rs']);
    expect(await index.find('pump_on', 's')).toMatchObject([{ path: 'hw/pump/pump.c' }]);
    expect(await index.namesIn('README', 'f')).toEqual([]);
    expect(await index.paths()).toHaveLength(4);
    held.letGo();
    await index.ready();
  });

  test('is kept, taken over, and brought up to date where files changed', async () => {
    const store = memoryStore();
    await createTreeIndex(treeOf(FILES), { store }).ready();
    const same = treeOf(FILES);
    const kept = createTreeIndex(same, { store });
    expect(await kept.find('helper', 's')).toHaveLength(1);
    expect(same.asked).toEqual([]);

    const changed = treeOf({ ...FILES, 'hw/fan.c': 'int other(void) { return 2; }' });
    const index = createTreeIndex(changed, { store });
    await index.ready();
    expect(changed.asked).toEqual(['hw/fan.c']);
    expect(await index.find('helper', 's')).toEqual([]);
    expect(await index.find('other', 'd')).toHaveLength(1);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['of another format', (text: string) => text.replace(/^.*\n/, 'something else\n')],
    [
      'cut off at the end of a line',
      (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
    ],
    ['with another name', (text: string) => text.replace('"helper"', '"halper"')],
    ['with a broken line', (text: string) => text.replace('["include', '{"include')],
    ['with a wrong count', (text: string) => text.replace(/"[a-z]+",\[/, '"f",[')],
  ])('that is %s is built again', async (_, damage) => {
    const store = memoryStore();
    await createTreeIndex(treeOf(FILES), { store }).ready();
    const text = new TextDecoder().decode(store.content);
    store.content = new TextEncoder().encode(damage(text));
    expect(openIndex(store.content)).toBeUndefined();
    const tree = treeOf(FILES);
    const index = createTreeIndex(tree, { store });
    expect(await index.find('helper', 's')).toHaveLength(1);
    await index.ready();
    expect(tree.asked).toHaveLength(3);
    expect(new TextDecoder().decode(store.content)).toBe(text);
  });

  test('is brought up to date when asked to', async () => {
    const files: Record<string, string> = { ...FILES };
    const tree = treeOf(files);
    const index = createTreeIndex({
      ...tree,
      files: () => Promise.resolve(Object.entries(files).map(([path, text]) => ({ path, version: text }))),
    });
    expect(await index.find('helper', 's')).toHaveLength(1);
    files['hw/fan.c'] = 'static int renamed(void) { return 1; }';
    delete files['include/fan.h'];
    expect(await index.find('helper', 's')).toHaveLength(1);
    await index.refresh();
    expect(await index.find('helper', 's')).toEqual([]);
    expect(await index.find('renamed', 's')).toHaveLength(1);
    expect(await index.find('FAN_MAX', 'm')).toEqual([]);
  });

  test('survives being written and read', async () => {
    const index = await createTreeIndex(treeOf(FILES)).ready();
    const again = openIndex(joinBytes(writeIndex(index)));
    expect([...(again?.paths ?? [])].map((path) => again?.file(path))).toEqual([...index.files()]);
  });

  test('a file that cannot be read is a problem, not an empty file', async () => {
    const tree = treeOf(FILES);
    const index = createTreeIndex({ ...tree, read: () => Promise.resolve(undefined) });
    await index.ready();
    expect(
      index
        .problems()
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['hw/fan.c', 'include/fan.h', 'rust/fan.rs']);
  });
});
