import type { AbiCase } from '../case.ts';

export const ENUMS: readonly AbiCase[] = [
  {
    kind: 'enum',
    name: 'fan_mode',
    c: 'enum fan_mode { FAN_MODE_IDLE, FAN_MODE_RUN, FAN_MODE_STALLED }',
    enumerators: ['FAN_MODE_IDLE', 'FAN_MODE_RUN', 'FAN_MODE_STALLED'],
    rust: '#[repr(C)] enum FanMode { Idle, Run, Stalled }',
    seeds: [
      { kind: 'enum-representation', rust: '#[repr(u8)] enum FanMode { Idle, Run, Stalled }' },
      { kind: 'enum-missing', rust: '#[repr(C)] enum FanMode { Idle, Run }' },
      { kind: 'enum-value', rust: '#[repr(C)] enum FanMode { Idle = 1, Run = 2, Stalled = 3 }' },
      { kind: 'enum-value', rust: '#[repr(C)] enum FanMode { Run, Idle, Stalled }' },
    ],
  },
  {
    kind: 'enum',
    name: 'FanEvent',
    c: 'typedef enum FanEvent { FAN_EVENT_OPEN = 1, FAN_EVENT_CLOSE = 2, FAN_EVENT_BREAK = 0x10 } FanEvent',
    enumerators: ['FAN_EVENT_OPEN', 'FAN_EVENT_CLOSE', 'FAN_EVENT_BREAK'],
    rust: '#[repr(u32)] enum FanEvent { Open = 1, Close = 2, Break = 16 }',
    seeds: [
      { kind: 'enum-value', rust: '#[repr(u32)] enum FanEvent { Open = 1, Close = 2, Break = 10 }' },
      { kind: 'enum-representation', rust: '#[repr(u16)] enum FanEvent { Open = 1, Close = 2, Break = 16 }' },
      { kind: 'enum-representation', rust: 'enum FanEvent { Open = 1, Close = 2, Break = 16 }' },
      { kind: 'enum-missing', rust: '#[repr(u32)] enum FanEvent { Open = 1, Close = 2 }' },
    ],
  },
  {
    kind: 'enum',
    name: 'fan_reset_type',
    cTypes: '#define FAN_BASE 0x40',
    rustTypes: 'const FAN_BASE: u32 = 0x40;',
    c: 'enum fan_reset_type { FAN_RESET_TYPE_COLD = FAN_BASE, FAN_RESET_TYPE_WARM = FAN_BASE << 1, FAN_RESET_TYPE_BUS }',
    enumerators: ['FAN_RESET_TYPE_COLD', 'FAN_RESET_TYPE_WARM', 'FAN_RESET_TYPE_BUS'],
    rust: '#[repr(C)] enum FanResetType { Cold = FAN_BASE as isize, Warm = 0x80, Bus }',
    seeds: [
      {
        kind: 'enum-value',
        rust: '#[repr(C)] enum FanResetType { Cold = FAN_BASE as isize, Warm = 0x40 + 1, Bus }',
      },
      {
        kind: 'enum-missing',
        rust: '#[repr(C)] enum FanResetType { Cold = FAN_BASE as isize, Warm = 0x80 }',
      },
      {
        kind: 'enum-representation',
        rust: '#[repr(u64)] enum FanResetType { Cold = 0x40, Warm = 0x80, Bus }',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_set_mode',
    cTypes: 'enum fan_kind { FAN_KIND_AXIAL = 0x1f1, FAN_KIND_RADIAL = 0x2f2 };',
    rustTypes: 'type fan_kind = c_uint;',
    c: 'void fan_set_mode(enum fan_kind kind, int16_t trim)',
    rust: 'fn fan_set_mode(kind: fan_kind, trim: i16);',
    body: 'LOG((unsigned)kind); LOG(trim);',
    seeds: [
      { kind: 'enum-representation', rust: 'fn fan_set_mode(kind: u64, trim: i16);' },
      { kind: 'sign', rust: 'fn fan_set_mode(kind: fan_kind, trim: u16);' },
      { kind: 'pointer-depth', rust: 'fn fan_set_mode(kind: *mut fan_kind, trim: i16);' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_state',
    filledBy: 'c',
    cTypes: 'enum fan_phase { FAN_PHASE_OFF, FAN_PHASE_ON };\ntypedef enum fan_phase FanPhase;',
    rustTypes: 'type FanPhase = u32;\ntype FanPhase8 = u8;',
    c: 'struct fan_state { FanPhase phase; uint8_t id; }',
    rust: '#[repr(C)] struct FanState { phase: FanPhase, id: u8 }',
    body: 's->phase = FAN_PHASE_ON; LOG((unsigned)s->phase); s->id = PROBE(uint8_t, 1); LOG(s->id);',
    seeds: [
      { kind: 'enum-representation', rust: '#[repr(C)] struct FanState { phase: FanPhase8, id: u8 }' },
      { kind: 'enum-representation', rust: '#[repr(C)] struct FanState { phase: u64, id: u8 }' },
      { kind: 'sign', rust: '#[repr(C)] struct FanState { phase: FanPhase, id: i8 }' },
    ],
  },
];
