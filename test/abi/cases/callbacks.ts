import type { AbiCase } from '../case.ts';

export const CALLBACKS: readonly AbiCase[] = [
  {
    kind: 'imported',
    name: 'fan_on_tick',
    cTypes: 'typedef void FanTick(void *opaque, uint32_t rpm);',
    c: 'void fan_on_tick(FanTick *cb, void *opaque)',
    rust: 'fn fan_on_tick(cb: Option<unsafe extern "C" fn(*mut c_void, u32)>, opaque: *mut c_void);',
    body: 'LOG_TAG(opaque); LOG_TAG(opaque); uint32_t n = PROBE(uint32_t, 3); LOG(n); cb(opaque, n);',
    seeds: [
      {
        kind: 'signature',
        rust: 'fn fan_on_tick(cb: Option<unsafe extern "C" fn(*mut c_void, i32)>, opaque: *mut c_void);',
      },
      {
        kind: 'signature',
        rust: 'fn fan_on_tick(cb: Option<unsafe extern "C" fn(*mut c_void, u16)>, opaque: *mut c_void);',
      },
      {
        kind: 'signature',
        rust: 'fn fan_on_tick(cb: Option<unsafe extern "C" fn(*mut c_void)>, opaque: *mut c_void);',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_can_take',
    c: 'void fan_can_take(int (*can_receive)(void *opaque), void *opaque)',
    rust: 'fn fan_can_take(can_receive: Option<unsafe extern "C" fn(*mut c_void) -> c_int>, opaque: *mut c_void);',
    body: 'LOG_TAG(opaque); LOG_TAG(opaque); int r = can_receive(opaque); LOG(r);',
    seeds: [
      {
        kind: 'signature',
        rust: 'fn fan_can_take(can_receive: Option<unsafe extern "C" fn(*mut c_void) -> u32>, opaque: *mut c_void);',
      },
      {
        kind: 'signature',
        rust: 'fn fan_can_take(can_receive: Option<unsafe extern "C" fn(*mut c_void)>, opaque: *mut c_void);',
      },
      {
        kind: 'signature',
        rust: 'fn fan_can_take(can_receive: Option<unsafe extern "C" fn(*mut c_void) -> i64>, opaque: *mut c_void);',
      },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_each',
    cTypes: 'typedef int (*FanVisit)(uint32_t id);',
    c: 'void fan_each(FanVisit visit)',
    rust: 'pub unsafe extern "C" fn fan_each(visit: Option<unsafe extern "C" fn(u32) -> c_int>)',
    body: 'fan_each(visit_probe); c_log("null"); fan_each(NULL);',
    seeds: [
      {
        kind: 'nullability',
        rust: 'pub unsafe extern "C" fn fan_each(visit: unsafe extern "C" fn(u32) -> c_int)',
      },
      {
        kind: 'signature',
        rust: 'pub unsafe extern "C" fn fan_each(visit: Option<unsafe extern "C" fn(i32) -> c_int>)',
      },
      {
        kind: 'signature',
        rust: 'pub unsafe extern "C" fn fan_each(visit: Option<unsafe extern "C" fn(u32) -> u32>)',
      },
      {
        kind: 'signature',
        rust: 'pub unsafe extern "C" fn fan_each(visit: Option<unsafe extern "C" fn(u32, u32) -> c_int>)',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_log_format',
    c: 'void fan_log_format(uint32_t level, float rate)',
    rust: 'fn fan_log_format(level: u32, rate: f32);',
    seeds: [
      { kind: 'variadic', rust: 'fn fan_log_format(level: u32, ...);' },
      { kind: 'float', rust: 'fn fan_log_format(level: u32, rate: f64);' },
      { kind: 'parameter-count', rust: 'fn fan_log_format(level: u32);' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_ops',
    filledBy: 'rust',
    cTypes: 'struct fan_ops;',
    c: 'struct fan_ops { uint32_t (*read)(void *opaque, uint8_t reg); void (*write)(void *opaque, uint8_t reg, uint32_t value); int (*poll)(void); }',
    rust: '#[repr(C)] struct FanOps { read: Option<unsafe extern "C" fn(*mut c_void, u8) -> u32>, write: Option<unsafe extern "C" fn(*mut c_void, u8, u32)>, poll: Option<unsafe extern "C" fn() -> c_int> }',
    body:
      'uint32_t o = 24301; uint8_t reg = PROBE(uint8_t, 1); uint32_t v = PROBE(uint32_t, 2); if (s->read) { LOG_TAG(&o); LOG(reg); LOG(s->read(&o, reg)); } else c_log("null");' +
      ' if (s->write) { LOG_TAG(&o); LOG(reg); LOG(v); s->write(&o, reg, v); } if (s->poll) { LOG(s->poll()); }',
    seeds: [
      {
        kind: 'signature',
        rust: '#[repr(C)] struct FanOps { read: Option<unsafe extern "C" fn(*mut c_void, u8) -> i32>, write: Option<unsafe extern "C" fn(*mut c_void, u8, u32)>, poll: Option<unsafe extern "C" fn() -> c_int> }',
      },
      {
        kind: 'signature',
        rust: '#[repr(C)] struct FanOps { read: Option<unsafe extern "C" fn(*mut c_void, u8) -> u32>, write: Option<unsafe extern "C" fn(*mut c_void, u8, u16)>, poll: Option<unsafe extern "C" fn() -> c_int> }',
      },
      {
        kind: 'field-order',
        rust: '#[repr(C)] struct FanOps { write: Option<unsafe extern "C" fn(*mut c_void, u8, u32)>, read: Option<unsafe extern "C" fn(*mut c_void, u8) -> u32>, poll: Option<unsafe extern "C" fn() -> c_int> }',
      },
      {
        kind: 'field-count',
        rust: '#[repr(C)] struct FanOps { read: Option<unsafe extern "C" fn(*mut c_void, u8) -> u32>, write: Option<unsafe extern "C" fn(*mut c_void, u8, u32)> }',
      },
    ],
  },
  {
    kind: 'record',
    name: 'fan_hooks',
    filledBy: 'c',
    c: 'struct fan_hooks { void (*start)(void *opaque); void (*stop)(void *opaque); uint32_t flags; }',
    rust: '#[repr(C)] struct FanHooks { start: Option<unsafe extern "C" fn(*mut c_void)>, stop: Option<unsafe extern "C" fn(*mut c_void)>, flags: u32 }',
    body: 's->start = NULL; c_log("null"); s->stop = NULL; c_log("null"); s->flags = PROBE(uint32_t, 2); LOG(s->flags);',
    seeds: [
      {
        kind: 'nullability',
        rust: '#[repr(C)] struct FanHooks { start: unsafe extern "C" fn(*mut c_void), stop: Option<unsafe extern "C" fn(*mut c_void)>, flags: u32 }',
      },
      {
        kind: 'field-count',
        rust: '#[repr(C)] struct FanHooks { start: Option<unsafe extern "C" fn(*mut c_void)>, flags: u32 }',
      },
      {
        kind: 'sign',
        rust: '#[repr(C)] struct FanHooks { start: Option<unsafe extern "C" fn(*mut c_void)>, stop: Option<unsafe extern "C" fn(*mut c_void)>, flags: i32 }',
      },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_realize',
    cTypes: 'struct dev { uint32_t tag; };\nstruct Error { uint32_t tag; };\ntypedef struct Error Error;',
    rustTypes: '#[repr(C)] struct dev { tag: u32 }\n#[repr(C)] struct Error { tag: u32 }',
    c: 'void fan_realize(struct dev *dev, Error **errp)',
    rust: 'pub unsafe extern "C" fn fan_realize(dev: *mut dev, errp: *mut *mut Error)',
    seeds: [
      {
        kind: 'pointer-depth',
        rust: 'pub unsafe extern "C" fn fan_realize(dev: *mut dev, errp: *mut Error)',
      },
      { kind: 'nullability', rust: 'pub unsafe extern "C" fn fan_realize(dev: &dev, errp: *mut *mut Error)' },
      {
        kind: 'nullability',
        rust: 'pub unsafe extern "C" fn fan_realize(dev: *mut dev, errp: &mut *mut Error)',
      },
      { kind: 'parameter-count', rust: 'pub unsafe extern "C" fn fan_realize(dev: *mut dev)' },
    ],
  },
];
