import { describe, expect, test } from 'vitest';
import type { ParityRow } from '../../../src/core/counterpart/parity/parityTable.ts';
import { C, RUST } from './fanDevice.ts';
import { table } from './parityOf.ts';

const shown = ({ item, verdict }: ParityRow): string => `${item}: ${verdict}`;

async function odd(c: string, rust: string): Promise<readonly string[]> {
  return (await table(c, rust)).filter(({ verdict }) => verdict !== 'same').map(shown);
}

describe('what the files do not declare cannot be told', () => {
  test('names of types, streams and properties, sizes, counts and registers of a header that is missing', async () => {
    const c = C.replace(/^#define .*$/gm, '')
      .replace('irq[2]', 'irq[FAN_LINES]')
      .replace('"quiet"', 'FAN_QUIET')
      .replace('"fan", 0x100', '"fan", FAN_LEN');
    const rust = RUST.replace('rename = "quiet"', 'rename = "fan-quiet"');
    expect(await odd(c, rust)).toEqual([
      ...['stream fan: not-resolvable', 'fan[3] log: not-resolvable', 'type fan: not-resolvable'],
      ...['property blades: not-resolvable', 'property fan-quiet: not-resolvable'],
      ...['region fan size: not-resolvable', 'register REG_RPM: not-resolvable'],
      ...['register 0x4: not-resolvable', 'irq 0: not-resolvable'],
    ]);
  });

  test('a name of Rust that is declared elsewhere', async () => {
    expect(await odd(C, RUST.replace(/pub const TYPE_FAN.*\n/, ''))).toEqual(['type fan: not-resolvable']);
  });

  test('a parent that only its own language names', async () => {
    const c = C.replace('TYPE_SYS_BUS_DEVICE', 'TYPE_BLOWER');
    expect(await odd(c, RUST.replace('ParentType = SysBusDevice', 'ParentType = Engine'))).toEqual([
      'type fan: not-resolvable',
    ]);
    expect(await odd(c, RUST.replace('ParentType = SysBusDevice', 'ParentType = BlowerState'))).toEqual([]);
  });

  test('but a name that is known on both sides differs', async () => {
    expect(await odd(C.replace('"fan"\n', '"fan2"\n'), RUST)).toEqual([
      ...['stream fan2: only-c', 'stream fan: only-rust', 'type fan2: only-c', 'type fan: only-rust'],
    ]);
  });
});

describe('registers', () => {
  const ids = (range: string): string =>
    C.replace('default:', `case ${range}:\n        return id(offset);\n    default:`);
  const test_ = (range: string): string =>
    RUST.replace(
      'trace::trace_fan_read(offset);',
      `if (${range}).contains(&(offset >> 2)) { return id(offset); }
        trace::trace_fan_read(offset);`,
    );
  test('of a range are paired by where they begin', async () => {
    const c = ids('0x80 ... 0x83')
      .replaceAll('switch (offset)', 'switch (offset >> 2)')
      .replace('REG_RPM 0x4', 'REG_RPM 1');
    expect(await odd(c, test_('0x80..0x84'))).toEqual([]);
    expect(await odd(c, test_('0x80..=0x83'))).toEqual([]);
    expect(await odd(c, test_('0x80..0x83'))).toEqual(['register 0x200-0x20f: differs']);
    expect(await odd(c, RUST)).toEqual(['register 0x200-0x20f: only-c']);
  });

  test('that a match decodes by constants of the device', async () => {
    const rust = RUST.replace(
      /#\[derive\(common::TryInto\)\]\n#\[repr\(u64\)\]\nenum .*\n/,
      'const ID: u64 = 0;\nconst RPM: u64 = 4;\n',
    );
    const matching = (arms: string): string =>
      rust.replace(
        'trace::trace_fan_read(offset);',
        `match offset & !3 { ${arms} _ => {} }\n        trace::trace_fan_read(offset);`,
      );
    expect(await odd(C, matching('ID => { go(); } RPM => 2,'))).toEqual([]);
    expect(await odd(C, matching('ID | RPM => {}'))).toEqual([]);
    expect(await odd(C, matching('ID => 0, Some(RPM) => 1,'))).toEqual(['register 0x4: only-c']);
  });

  test('an address that is tested against a space is no register', async () => {
    expect(
      await odd(
        C,
        RUST.replace(
          'trace::trace_fan_read(offset);',
          'let own = (0..=0xff).contains(&offset);\n        trace::trace_fan_read(offset);',
        ),
      ),
    ).toEqual([]);
  });
});

describe('reset', () => {
  test('to another number', async () => {
    expect(await odd(C, RUST.replace('self.speed = 0;', 'self.speed = 7;'))).toEqual(['reset rpm: differs']);
  });

  test('to what is no number, or twice, is only assigned', async () => {
    expect(await odd(C, RUST.replace('self.speed = 0;', 'self.speed.reset();'))).toEqual([]);
    expect(await odd(C, RUST.replace('self.speed = 0;', 'self.speed = 7; self.speed = 0;'))).toEqual([]);
    expect(await odd(C, RUST.replace('self.speed = 0;', 'self.speed = 0.into();'))).toEqual([]);
  });
});

test('a clock calls back on the same events', async () => {
  const rust = RUST.replace('ClockEvent::ClockUpdate', 'ClockEvent::ClockPreUpdate');
  expect(await odd(C, rust)).toEqual(['clock in 0: differs']);
});

test('fields of a stream stand on their own lines, also when their texts begin alike', async () => {
  const more = RUST.replace('pub log:', 'pub speed_limit: u32,\n    pub log:').replace(
    'vmstate_of!(FanRegisters, speed),',
    'vmstate_of!(FanRegisters, speed_limit),\n            vmstate_of!(FanRegisters, speed),',
  );
  const c = C.replace(
    'VMSTATE_UINT32(rpm',
    'VMSTATE_UINT32(speed_limit, FanState),\n        VMSTATE_UINT32(rpm',
  );
  const rows = await table(c, more);
  const lines = more.split('\n');
  for (const name of ['speed_limit', 'speed'])
    expect(
      rows.find(({ rust }) => rust?.text.startsWith(`vmstate_of!(FanRegisters, ${name})`))?.rust?.line,
    ).toBe(lines.findIndex((line) => line.includes(`vmstate_of!(FanRegisters, ${name})`)) + 1);
});
