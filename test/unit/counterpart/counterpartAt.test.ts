import { describe, expect, test } from 'vitest';
import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import { counterpartAt } from '../../../src/core/counterpart/counterpartAt.ts';
import { createTreeIndex } from '../../../src/core/counterpart/index/treeIndex.ts';
import { createFileReader } from '../../../src/core/counterpart/sources/fileReader.ts';
import { createTreeSources } from '../../../src/core/counterpart/sources/treeSources.ts';
import { FAN_TREE, placeIn } from './fanTree.ts';
import { engine } from './textScope.ts';

const HEADER = 'include/board/fan.h';
const SOURCE = 'hw/misc/fan.c';
const RUST = 'rust/hw/misc/fan/src/device.rs';
const SYS = 'rust/fan-sys/src/lib.rs';

const reader = createFileReader(engine);
const files = {
  files: () => Promise.resolve(Object.keys(FAN_TREE).map((path) => ({ path, version: '1' }))),
  read: (path: string) => {
    const text = FAN_TREE[path];
    return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
  },
};
const tree = createTreeSources(files, createTreeIndex(files), reader);
await tree.ready();

/** Where somebody is led from a place, best first: `path: text of the line`. */
async function ledTo(path: string, text: string, at?: string): Promise<readonly string[]> {
  const { counterparts } = await lookUp(path, text, at);
  return counterparts.map(({ path: to, line, focus }) => {
    const target = FAN_TREE[to]?.split('\n')[(focus ?? line) - 1] ?? '';
    return `${to}: ${target.trim()}`;
  });
}

function lookUp(path: string, text: string, at?: string): Promise<CrossingResult> {
  return counterpartAt(reader, tree, placeIn(path, text, at));
}

describe('from C to Rust', () => {
  test.each([
    ['a declared function', HEADER, 'void fan_init', 'fan_init', `${SYS}: pub fn fan_init`],
    ['a function that Rust exports', HEADER, '*fan_create', 'fan_create', `${RUST}: #[no_mangle]`],
    ['a call of it', 'hw/misc/board.c', 'fan_create(0x', 'fan_create', `${RUST}: #[no_mangle]`],
    ['a struct', HEADER, 'typedef struct FanState {', 'FanState', `${RUST}: #[repr(C)]`],
    ['a member of it', HEADER, 'uint32_t mode;', 'mode', `${RUST}: pub mode: u32,`],
    ['a slot', HEADER, '(*read)', 'read', `${RUST}: read: Some(fan_read_cb),`],
    ['a slot in a table', SOURCE, '.read = fan_read', 'read', `${RUST}: read: Some(fan_read_cb),`],
    ['an enumeration', HEADER, 'typedef enum FanMode', 'FanMode', `${RUST}: #[repr(u32)]`],
    ['a property', SOURCE, 'DEFINE_PROP_UINT32("top', 'DEFINE', `${RUST}: #[property(rename = "top-speed")]`],
    ['its name', SOURCE, '"top-speed"', 'speed', `${RUST}: #[property(rename = "top-speed")]`],
    ['a stream', SOURCE, '.name = "fan-stream"', 'name', `${RUST}: .name(c"fan-stream")`],
    ['a static function of a device', SOURCE, 'fan_beep(void)', 'fan_beep', `${RUST}: fn beep(&self) {`],
  ])('%s', async (_, path, text, at, wanted) => {
    expect((await ledTo(path, text, at))[0]).toContain(wanted);
  });
});

describe('from Rust to C', () => {
  test.each([
    ['a call', RUST, 'bindings::fan_init', 'fan_init', `${HEADER}: void fan_init`],
    ['the function that wraps it', RUST, 'pub fn set_up', 'set_up', `${HEADER}: void fan_init`],
    ['a call of that function', RUST, 'fan.set_up()', 'set_up', `${HEADER}: void fan_init`],
    ['a foreign declaration', SYS, 'pub fn fan_init', 'fan_init', `${HEADER}: void fan_init`],
    ['an exported function', RUST, 'fn fan_create', 'fan_create', `${HEADER}: FanState *fan_create`],
    ['its attribute', RUST, '#[no_mangle]', 'no_mangle', `${HEADER}: FanState *fan_create`],
    ['a struct', RUST, 'pub struct FanState', 'FanState', `${HEADER}: typedef struct FanState {`],
    ['a field', RUST, 'pub mode: u32', 'mode', `${HEADER}: uint32_t mode;`],
    ['a slot', RUST, 'read: Some', 'read', `${HEADER}: uint64_t (*read)(void *opaque, uint64_t addr);`],
    ['a callback', RUST, 'fn fan_read_cb', 'fan_read_cb', `${HEADER}: uint64_t (*read)`],
    ['an enumeration', RUST, 'pub enum FanMode', 'FanMode', `${HEADER}: typedef enum FanMode {`],
    ['a variant', RUST, 'On = 1', 'On', `${HEADER}: FAN_MODE_ON,`],
    ['a property', RUST, '#[property(rename', 'property', `${SOURCE}: DEFINE_PROP_UINT32("top-speed"`],
    ['a stream', RUST, '.name(c"fan-stream")', 'name', `${SOURCE}: .name = "fan-stream"`],
    ['a field of a stream', RUST, 'vmstate_of!', 'vmstate_of', `${SOURCE}: VMSTATE_UINT32(rpm, FanState),`],
    [
      'a trace event',
      RUST,
      'trace::trace_fan_beep',
      'trace_fan_beep',
      'hw/misc/trace-events: fan_beep(void)',
    ],
    ['a method of a device', RUST, 'fn beep', 'beep', `${SOURCE}: static void fan_beep(void)`],
  ])('%s', async (_, path, text, at, wanted) => {
    expect((await ledTo(path, text, at))[0]).toContain(wanted);
  });
});

test('what has no other side is said by its name', async () => {
  expect(await lookUp(HEADER, 'void fan_orphan', 'fan_orphan')).toMatchObject({
    status: 'not-found',
    sought: ['fan_orphan'],
  });
});

test('the disagreements of both sides come along', async () => {
  const { disagreements } = await lookUp(RUST, 'fn fan_create', 'fan_create');
  expect(disagreements).toEqual([]);
  const wrong = placeIn(SYS, 'pub fn fan_init', 'fan_init');
  const text = wrong.text.replace('ops: *const FanOps', 'ops: *const FanOps, rpm: u32');
  const result = await counterpartAt(reader, tree, { ...wrong, text });
  expect(result.disagreements).toMatchObject([{ kind: 'parameter-count' }]);
});

test('without a tree the file itself is looked through', async () => {
  const text = 'extern "C" {\n    fn go();\n}\n';
  const alone = await counterpartAt(reader, null, { path: 'a.rs', text, line: 2, column: 8 });
  expect(alone).toMatchObject({ status: 'not-found', sought: ['go'] });
});
