import type { AbiCase } from '../case.ts';

export const BOOLEANS: readonly AbiCase[] = [
  {
    kind: 'imported',
    name: 'fan_enable',
    c: 'void fan_enable(bool on)',
    rust: 'fn fan_enable(on: bool);',
    seeds: [
      { kind: 'bool', rust: 'fn fan_enable(on: c_int);' },
      { kind: 'bool', rust: 'fn fan_enable(on: u32);' },
      { kind: 'parameter-count', rust: 'fn fan_enable(on: bool, now: bool);' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_is_on',
    cTypes: 'typedef int gboolean;',
    rustTypes: 'type gboolean = c_int;',
    c: 'gboolean fan_is_on(uint32_t unit)',
    rust: 'fn fan_is_on(unit: u32) -> gboolean;',
    seeds: [
      { kind: 'bool', rust: 'fn fan_is_on(unit: u32) -> bool;' },
      { kind: 'width', rust: 'fn fan_is_on(unit: u32) -> i8;' },
      { kind: 'return', rust: 'fn fan_is_on(unit: u32);' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_ready',
    c: 'bool fan_ready(bool wait, int tries)',
    rust: 'pub extern "C" fn fan_ready(wait: bool, tries: c_int) -> bool',
    seeds: [
      { kind: 'bool', rust: 'pub extern "C" fn fan_ready(wait: bool, tries: bool) -> bool' },
      { kind: 'bool', rust: 'pub extern "C" fn fan_ready(wait: bool, tries: c_int) -> c_int' },
      { kind: 'sign', rust: 'pub extern "C" fn fan_ready(wait: bool, tries: c_uint) -> bool' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_flag_byte',
    c: 'void fan_flag_byte(uint8_t raw, uint32_t mask)',
    rust: 'pub extern "C" fn fan_flag_byte(raw: u8, mask: u32)',
    seeds: [
      { kind: 'bool', rust: 'pub extern "C" fn fan_flag_byte(raw: bool, mask: u32)' },
      { kind: 'bool', rust: 'pub extern "C" fn fan_flag_byte(raw: u8, mask: bool)' },
      { kind: 'width', rust: 'pub extern "C" fn fan_flag_byte(raw: u8, mask: u16)' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_switches',
    filledBy: 'c',
    c: 'struct fan_switches { bool on; uint8_t level; bool locked; uint32_t since; }',
    rust: '#[repr(C)] struct FanSwitches { on: bool, level: u8, locked: bool, since: u32 }',
    seeds: [
      {
        kind: 'bool',
        rust: '#[repr(C)] struct FanSwitches { on: c_int, level: u8, locked: bool, since: u32 }',
      },
      {
        kind: 'field-order',
        rust: '#[repr(C)] struct FanSwitches { level: u8, on: bool, locked: bool, since: u32 }',
      },
      {
        kind: 'sign',
        rust: '#[repr(C)] struct FanSwitches { on: bool, level: i8, locked: bool, since: u32 }',
      },
      { kind: 'field-count', rust: '#[repr(C)] struct FanSwitches { on: bool, level: u8, since: u32 }' },
    ],
  },
];
