import { describe, expect, test } from 'vitest';
import { deviceFiles, hasTwin } from '../../../src/core/counterpart/parity/deviceFiles.ts';

const FAN = ['hw/misc/fan.c', 'include/hw/misc/fan.h'];
const PORT = [
  'rust/hw/misc/fan/src/lib.rs',
  'rust/hw/misc/fan/src/device.rs',
  'rust/hw/misc/fan/src/registers.rs',
];
const TREE = [
  ...FAN,
  ...PORT,
  ...['hw/misc/pump.c', 'hw/misc/registers.c', 'hw/net/fan.c', 'tests/qtest/fan-test.c'],
  ...[
    'rust/hw/misc/fan/build.rs',
    'rust/hw/misc/fan/Cargo.toml',
    'rust/hw/misc/fan/tests/fan.rs',
    'rust/hw/misc/pumps/src/lib.rs',
    'rust/util/src/fan.rs',
  ],
];

describe('the files of a device', () => {
  test.each([FAN.slice(0, 1), FAN.slice(1), PORT.slice(1, 2), PORT.slice(2), [...FAN, ...PORT]])(
    'from %s',
    (...named) => {
      expect([...deviceFiles(named, TREE)].sort()).toEqual([...FAN, ...PORT].sort());
    },
  );

  test('beside each other', () => {
    const tree = ['drivers/phy/fan.c', 'drivers/phy/fan_rust.rs', 'drivers/phy/fans.rs', 'drivers/net/fan.c'];
    expect(deviceFiles(['drivers/phy/fan_rust.rs'], tree)).toEqual([
      'drivers/phy/fan_rust.rs',
      'drivers/phy/fan.c',
    ]);
  });

  test('that no rule ties are those named', () => {
    expect(deviceFiles(['hw/misc/pump.c'], TREE)).toEqual(['hw/misc/pump.c']);
    const named = ['hw/misc/pump.c', 'rust/util/src/fan.rs'];
    expect(deviceFiles(named, TREE)).toEqual(named);
  });

  test('there is a twin, or there is none', () => {
    const having = TREE.filter((path) => hasTwin(path, TREE));
    expect(having).toEqual(expect.arrayContaining([...FAN, ...PORT]));
    expect(having).not.toContain('hw/misc/pump.c');
    expect(having).not.toContain('hw/net/fan.c');
    expect(having).not.toContain('rust/util/src/fan.rs');
  });
});
