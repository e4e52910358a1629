import type { AbiCase } from '../case.ts';

const FAN = 'struct fan { uint32_t tag; };\ntypedef struct fan Fan;';
const RUST_FAN = '#[repr(C)] struct Fan { tag: u32 }';

export const POINTERS: readonly AbiCase[] = [
  {
    kind: 'imported',
    name: 'fan_read_into',
    c: 'void fan_read_into(uint32_t *out, const uint16_t *from)',
    rust: 'fn fan_read_into(out: *mut u32, from: *const u16);',
    seeds: [
      { kind: 'width', rust: 'fn fan_read_into(out: *mut u64, from: *const u16);' },
      { kind: 'sign', rust: 'fn fan_read_into(out: *mut i32, from: *const u16);' },
      { kind: 'const', rust: 'fn fan_read_into(out: *const u32, from: *const u16);' },
      { kind: 'pointer-depth', rust: 'fn fan_read_into(out: *mut *mut u32, from: *const u16);' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_find',
    cTypes: FAN,
    rustTypes: RUST_FAN,
    c: 'Fan *fan_find(Fan *first, uint32_t id)',
    rust: 'fn fan_find(first: *mut Fan, id: u32) -> *mut Fan;',
    seeds: [
      { kind: 'pointer-depth', rust: 'fn fan_find(first: *mut *mut Fan, id: u32) -> *mut Fan;' },
      { kind: 'pointer-depth', rust: 'fn fan_find(first: *mut Fan, id: u32) -> *mut *mut Fan;' },
      { kind: 'const', rust: 'fn fan_find(first: *const Fan, id: u32) -> *mut Fan;' },
      { kind: 'parameter-count', rust: 'fn fan_find(first: *mut Fan) -> *mut Fan;' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_open',
    cTypes: 'typedef struct Error Error;\nstruct Error { uint32_t tag; };',
    rustTypes: '#[repr(C)] struct Error { tag: u32 }',
    c: 'bool fan_open(uint32_t id, Error **errp)',
    rust: 'fn fan_open(id: u32, errp: *mut *mut Error) -> bool;',
    seeds: [
      { kind: 'pointer-depth', rust: 'fn fan_open(id: u32, errp: *mut Error) -> bool;' },
      { kind: 'parameter-count', rust: 'fn fan_open(id: u32) -> bool;' },
      { kind: 'width', rust: 'fn fan_open(id: u64, errp: *mut *mut Error) -> bool;' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_name',
    c: 'const char *fan_name(uint32_t id, const char *fallback)',
    rust: 'pub unsafe extern "C" fn fan_name(id: u32, fallback: *const c_char) -> *const c_char',
    seeds: [
      {
        kind: 'const',
        rust: 'pub unsafe extern "C" fn fan_name(id: u32, fallback: *mut c_char) -> *const c_char',
      },
      {
        kind: 'nullability',
        rust: 'pub unsafe extern "C" fn fan_name(id: u32, fallback: &c_char) -> *const c_char',
      },
      {
        kind: 'pointer-depth',
        rust: 'pub unsafe extern "C" fn fan_name(id: u32, fallback: *const *const c_char) -> *const c_char',
      },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_attach',
    cTypes: FAN,
    rustTypes: RUST_FAN,
    c: 'void fan_attach(Fan *fan, const uint32_t *ids)',
    rust: 'pub unsafe extern "C" fn fan_attach(fan: *mut Fan, ids: *const u32)',
    seeds: [
      { kind: 'nullability', rust: 'pub unsafe extern "C" fn fan_attach(fan: &Fan, ids: *const u32)' },
      {
        kind: 'nullability',
        rust: 'pub unsafe extern "C" fn fan_attach(fan: NonNull<Fan>, ids: *const u32)',
      },
      { kind: 'const', rust: 'pub unsafe extern "C" fn fan_attach(fan: *mut Fan, ids: *mut u32)' },
      { kind: 'sign', rust: 'pub unsafe extern "C" fn fan_attach(fan: *mut Fan, ids: *const i32)' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_detach',
    cTypes: FAN,
    rustTypes: RUST_FAN,
    c: 'int fan_detach(Fan *fan)',
    rust: 'pub extern "C" fn fan_detach(fan: Option<&mut Fan>) -> c_int',
    seeds: [
      { kind: 'nullability', rust: 'pub extern "C" fn fan_detach(fan: &mut Fan) -> c_int' },
      { kind: 'pointer-depth', rust: 'pub extern "C" fn fan_detach(fan: *mut *mut Fan) -> c_int' },
      { kind: 'sign', rust: 'pub extern "C" fn fan_detach(fan: Option<&mut Fan>) -> u32' },
      { kind: 'return', rust: 'pub extern "C" fn fan_detach(fan: Option<&mut Fan>)' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_must',
    cTypes: FAN,
    rustTypes: RUST_FAN,
    neverNull: true,
    c: 'uint32_t fan_must(Fan *fan, uint32_t id)',
    rust: 'pub unsafe extern "C" fn fan_must(fan: *mut Fan, id: u32) -> u32',
    seeds: [
      { kind: 'width', rust: 'pub unsafe extern "C" fn fan_must(fan: *mut Fan, id: u16) -> u32' },
      { kind: 'sign', rust: 'pub unsafe extern "C" fn fan_must(fan: *mut Fan, id: i32) -> u32' },
      {
        kind: 'pointer-depth',
        rust: 'pub unsafe extern "C" fn fan_must(fan: *mut *mut Fan, id: u32) -> u32',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_list',
    c: 'size_t fan_list(const char **names, size_t max)',
    rust: 'fn fan_list(names: *mut *const c_char, max: usize) -> usize;',
    seeds: [
      { kind: 'pointer-depth', rust: 'fn fan_list(names: *const c_char, max: usize) -> usize;' },
      { kind: 'const', rust: 'fn fan_list(names: *const *const c_char, max: usize) -> usize;' },
      { kind: 'sign', rust: 'fn fan_list(names: *mut *const c_char, max: isize) -> usize;' },
    ],
    body: 'LOG_TEXT(*names); *(const char *volatile *)names = *names; LOG(max); size_t r = PROBE(size_t, 7); LOG(r); return r;',
  },
  {
    kind: 'imported',
    name: 'fan_user_data',
    c: 'void fan_user_data(void *opaque, const void *key, uint32_t *slot)',
    rust: 'fn fan_user_data(opaque: *mut c_void, key: *const c_void, slot: *mut u32);',
    seeds: [
      { kind: 'const', rust: 'fn fan_user_data(opaque: *const c_void, key: *const c_void, slot: *mut u32);' },
      {
        kind: 'pointer-depth',
        rust: 'fn fan_user_data(opaque: *mut c_void, key: *const c_void, slot: u32);',
      },
      { kind: 'width', rust: 'fn fan_user_data(opaque: *mut c_void, key: *const c_void, slot: *mut u64);' },
      { kind: 'parameter-count', rust: 'fn fan_user_data(opaque: *mut c_void, slot: *mut u32);' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_gpointer',
    cTypes: 'typedef void *gpointer;\ntypedef const void *gconstpointer;',
    rustTypes: 'type gpointer = *mut c_void;\ntype gconstpointer = *const c_void;',
    c: 'gpointer fan_gpointer(gpointer data, gconstpointer key)',
    rust: 'pub unsafe extern "C" fn fan_gpointer(data: gpointer, key: gconstpointer) -> gpointer',
    body:
      'uint32_t d = 24301; static const uint32_t key = 24302; LOG_TAG(&d); LOG_TAG(&key);' +
      ' gpointer r = fan_gpointer(&d, read_only(&key, 4)); LOG_TAG(r);',
    seeds: [
      {
        kind: 'const',
        rust: 'pub unsafe extern "C" fn fan_gpointer(data: gpointer, key: gpointer) -> gpointer',
      },
      {
        kind: 'return',
        rust: 'pub unsafe extern "C" fn fan_gpointer(data: gpointer, key: gconstpointer)',
      },
      {
        kind: 'parameter-count',
        rust: 'pub unsafe extern "C" fn fan_gpointer(key: gconstpointer) -> gpointer',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_array_param',
    c: 'void fan_array_param(uint32_t values[4], const uint8_t key[])',
    rust: 'fn fan_array_param(values: *mut u32, key: *const u8);',
    body: 'LOG(values[0]); ((volatile uint32_t *)values)[0] = values[0]; LOG_TEXT(key);',
    seeds: [
      { kind: 'const', rust: 'fn fan_array_param(values: *const u32, key: *const u8);' },
      { kind: 'sign', rust: 'fn fan_array_param(values: *mut i32, key: *const u8);' },
      { kind: 'pointer-depth', rust: 'fn fan_array_param(values: *mut *mut u32, key: *const u8);' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_irq',
    cTypes: 'struct IRQState { uint32_t tag; };\ntypedef struct IRQState *qemu_irq;',
    rustTypes: '#[repr(C)] struct IRQState { tag: u32 }',
    c: 'void fan_irq(qemu_irq irq, int level)',
    rust: 'fn fan_irq(irq: *mut IRQState, level: c_int);',
    body: 'LOG_TAG(irq); LOG(level);',
    seeds: [
      { kind: 'pointer-depth', rust: 'fn fan_irq(irq: *mut *mut IRQState, level: c_int);' },
      { kind: 'sign', rust: 'fn fan_irq(irq: *mut IRQState, level: u32);' },
      { kind: 'parameter-count', rust: 'fn fan_irq(irq: *mut IRQState);' },
    ],
  },
];
