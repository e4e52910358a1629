import { describe, expect, test } from 'vitest';
import { deviceParity } from '../../../src/core/counterpart/parity/deviceParity.ts';
import { oneSided } from '../../../src/core/counterpart/parity/oneSided.ts';
import type { ParityRow } from '../../../src/core/counterpart/parity/parityTable.ts';
import { formatParityMarkdown, formatParityText } from '../../../src/core/output/formatParity.ts';
import { C, RUST } from './fanDevice.ts';
import { reader, table } from './parityOf.ts';

const lineOf = (text: string, what: string): number => text.slice(0, text.indexOf(what)).split('\n').length;

const shown = ({ item, verdict, weight }: ParityRow): string => `${item}: ${verdict}, ${weight}`;

/** Rows that are not the same after a change to one side. */
async function after(
  change: (c: string, rust: string) => readonly [string, string],
): Promise<readonly string[]> {
  const [c, rust] = change(C, RUST);
  expect([c, rust]).not.toEqual([C, RUST]);
  return (await table(c, rust)).filter(({ verdict }) => verdict !== 'same').map(shown);
}

const inRust = (from: string | RegExp, to: string) => after((c, rust) => [c, rust.replace(from, to)]);
const inC = (from: string | RegExp, to: string) => after((c, rust) => [c.replace(from, to), rust]);

test('a device and its faithful port are the same in every fact', async () => {
  const rows = await table(C, RUST);
  expect(rows.filter(({ verdict }) => verdict !== 'same').map(shown)).toEqual([]);
  expect(rows.map(({ item }) => item)).toEqual(
    expect.arrayContaining([
      'stream fan',
      'fan[1] rpm',
      'fan[4] timer',
      'fan subsections',
      'type fan',
      'property quiet',
      'region fan size',
      'register 0x4',
      'reset mode',
      'irq 0',
      'gpio in 0',
      'clock in 0',
      'trace trace_fan_read',
      'log guest error',
    ]),
  );
});

describe('what breaks', () => {
  test.each([
    ['a width in the stream', 'pub speed: u32', 'pub speed: u64', 'fan[1] rpm: differs, break'],
    ['a version', '.version_id(2)\n    .min', '.version_id(3)\n    .min', 'stream fan: differs, break'],
    ['a field version', '.with_version_id(2)', '', 'fan[2] mode: differs, break'],
    ['an array length', '[u32; BLADES]', '[u32; 4]', 'fan[3] log: differs, break'],
    ['a missing subsection', /\.subsections\([^)]*\)/, '', 'fan subsections: differs, break'],
    ['a property name', 'rename = "quiet"', 'rename = "silent"', 'property quiet: only-c, break'],
    ['a default', 'default = BLADES', 'default = 4', 'property blades: differs, break'],
    ['a bit', 'bit = 1', 'bit = 2', 'property quiet: differs, break'],
    ['a type name', 'c"fan";', 'c"ventilator";', 'type fan: only-c, break'],
    [
      'a parent',
      'type ParentType = SysBusDevice',
      'type ParentType = DeviceState',
      'type fan: differs, break',
    ],
    ['a size', '"fan", 0x100)', '"fan", 0x1000)', 'region fan size: differs, break'],
    ['an endianness', '.little_endian()', '.big_endian()', 'region fan endianness: differs, break'],
  ])('%s', async (_, from, to, row) => {
    expect((await inRust(from, to))[0]).toBe(row);
  });

  test('the order of fields', async () => {
    const swapped = await inRust(
      /(vmstate_of!\(FanRegisters, speed\),)\s*(vmstate_of!\(FanRegisters, mode\)\.with_version_id\(2\),)/,
      '$2 $1',
    );
    expect(swapped).toEqual(['fan[1] rpm: differs, break', 'fan[2] mode: differs, break']);
  });

  test('what C has and Rust has not', async () => {
    expect(await inC('VMSTATE_TIMER_PTR', 'VMSTATE_UINT32(more, FanState), VMSTATE_TIMER_PTR')).toEqual([
      'fan[4] more: differs, break',
      'fan[5] timer: only-c, break',
    ]);
  });
});

describe('what is to be checked', () => {
  test.each([
    [
      'an access size',
      '.impl_sizes(4, 4)',
      '.impl_sizes(1, 4)',
      'region fan implemented access sizes: differs, check',
    ],
    ['a register', ', RPM = 0x4', '', 'register 0x4: only-c, check'],
    ['a reset that forgets', 'self.speed = 0;', '', 'reset rpm: only-c, check'],
    ['the number of lines', '[InterruptSource; 2]', '[InterruptSource; 3]', 'irq 0: differs, check'],
    ['a clock', '"clk", &Self::tick', '"clock", &Self::tick', 'clock in 0: differs, check'],
    ['a hook', '.needed(&FanState::clock_needed)', '', 'stream fan/clock: differs, check'],
    ['an event', 'trace::trace_fan_read(offset);', '', 'trace trace_fan_read: only-c, note'],
  ])('%s', async (_, from, to, row) => {
    expect(await inRust(from, to)).toEqual([row]);
  });

  test('what cannot be told is not called a difference', async () => {
    expect(await inRust('pub speed: u32', 'pub speed: Rpm')).toEqual(['fan[1] rpm: not-resolvable, break']);
    expect(await inRust('pub speed: u32', 'pub speed: usize')).toEqual(['fan[1] rpm: not-resolvable, break']);
    expect(await inRust('default = BLADES', 'default = elsewhere::BLADES_MAX')).toEqual([
      'property blades: not-resolvable, check',
    ]);
  });
});

test('files of other languages and missing sides are problems', async () => {
  const { problems } = await deviceParity(reader, [
    { path: 'fan.py', text: '' },
    { path: 'fan.c', text: C },
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    'This is neither a C nor a Rust file.',
    'No Rust file was given.',
  ]);
});

test('as text and as Markdown, what breaks first', async () => {
  const rows = await table(
    C,
    RUST.replace('pub speed: u32', 'pub speed: u64').replace('self.mode = Mode::RUN;', ''),
  );
  const parity = { rows } as Parameters<typeof formatParityText>[0];
  const text = formatParityText(parity);
  expect(text.split('\n').slice(0, 8)).toEqual([
    'Breaks migration, command lines or the guest (1)',
    '  fan[1] rpm: differs',
    `    C     VMSTATE_UINT32(rpm, FanState): 32 bits  (hw/fan.c:${lineOf(C, 'VMSTATE_UINT32(rpm')})`,
    `    Rust  vmstate_of!(FanRegisters, speed): 64 bits  (rust/fan.rs:${lineOf(RUST, 'vmstate_of!(FanRegisters, speed)')})`,
    '',
    'To be checked (1)',
    '  reset mode: only in C',
    `    C     mode  (hw/fan.c:${lineOf(C, 's->mode |= 1')})`,
  ]);
  expect(text).toMatch(
    /\d+ facts: \d+ the same, 1 differ, 1 only in C, 0 only in Rust, 0 cannot be told\.\n$/,
  );
  expect(formatParityMarkdown(parity)).toContain('32 bits` hw/fan.c:');
});

test('a series that changes one twin only says which', () => {
  const tree = [
    'hw/misc/fan.c',
    'include/hw/misc/fan.h',
    'rust/hw/misc/fan/src/lib.rs',
    'rust/hw/misc/fan/src/device.rs',
    'hw/misc/pump.c',
  ];
  expect(oneSided(['hw/misc/fan.c', 'hw/misc/pump.c'], tree)).toEqual([
    { path: 'hw/misc/fan.c', twin: 'rust/hw/misc/fan/src/device.rs' },
  ]);
  expect(oneSided(['rust/hw/misc/fan/src/device.rs'], tree)).toEqual([
    { path: 'rust/hw/misc/fan/src/device.rs', twin: 'hw/misc/fan.c' },
  ]);
  expect(oneSided(['hw/misc/fan.c', 'rust/hw/misc/fan/src/device.rs'], tree)).toEqual([]);
  expect(oneSided(['docs/fan.rst'], tree)).toEqual([]);
});

test('a twin may stand beside its file; a wrapper and what builds a crate are none', () => {
  const tree = [
    ...['drivers/phy/fan.c', 'drivers/phy/fan_rust.rs', 'util/error.c', 'rust/util/src/error.rs'],
    ...['hw/misc/fan.c', 'rust/hw/misc/fan/build.rs', 'hw/usb/core.c', 'rust/hw/core/src/lib.rs'],
  ];
  expect(oneSided(['drivers/phy/fan.c'], tree)).toEqual([
    { path: 'drivers/phy/fan.c', twin: 'drivers/phy/fan_rust.rs' },
  ]);
  expect(oneSided(['drivers/phy/fan_rust.rs'], tree)).toHaveLength(1);
  const others = ['util/error.c', 'rust/util/src/error.rs', 'hw/misc/fan.c', 'hw/usb/core.c'];
  expect(oneSided([...others, 'rust/hw/misc/fan/build.rs'], tree)).toEqual([]);
});
