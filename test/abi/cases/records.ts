import type { AbiCase } from '../case.ts';

export const RECORDS: readonly AbiCase[] = [
  {
    kind: 'record',
    name: 'wire_hdr',
    filledBy: 'c',
    c: 'struct __attribute__((packed)) wire_hdr { uint8_t kind; uint32_t len; uint16_t crc; }',
    rust: '#[repr(C, packed)] struct WireHdr { kind: u8, len: u32, crc: u16 }',
    seeds: [
      { kind: 'packing', rust: '#[repr(C)] struct WireHdr { kind: u8, len: u32, crc: u16 }' },
      { kind: 'width', rust: '#[repr(C, packed)] struct WireHdr { kind: u8, len: u64, crc: u16 }' },
      { kind: 'field-order', rust: '#[repr(C, packed)] struct WireHdr { kind: u8, crc: u16, len: u32 }' },
      { kind: 'field-count', rust: '#[repr(C, packed)] struct WireHdr { kind: u8, len: u32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_config',
    filledBy: 'c',
    c: 'struct fan_config { uint32_t min; uint32_t max; int16_t trim; uint8_t blades; }',
    rust: '#[repr(C)] struct FanConfig { min: u32, max: u32, trim: i16, blades: u8 }',
    seeds: [
      {
        kind: 'packing',
        rust: '#[repr(C, packed)] struct FanConfig { min: u32, max: u32, trim: i16, blades: u8 }',
      },
      { kind: 'sign', rust: '#[repr(C)] struct FanConfig { min: u32, max: u32, trim: u16, blades: u8 }' },
      { kind: 'width', rust: '#[repr(C)] struct FanConfig { min: u32, max: u32, trim: i32, blades: u8 }' },
      {
        kind: 'field-order',
        rust: '#[repr(C)] struct FanConfig { max: u32, min: u32, trim: i16, blades: u8 }',
      },
    ],
  },
  {
    kind: 'record',
    name: 'FanInfo',
    filledBy: 'c',
    c: 'typedef struct FanInfo { uint64_t serial; size_t length; int state; bool hot; uint8_t duty; } FanInfo',
    rust: '#[repr(C)] struct FanInfo { serial: u64, length: usize, state: c_int, hot: bool, duty: u8 }',
    seeds: [
      {
        kind: 'width',
        rust: '#[repr(C)] struct FanInfo { serial: u64, length: u32, state: c_int, hot: bool, duty: u8 }',
      },
      {
        kind: 'sign',
        rust: '#[repr(C)] struct FanInfo { serial: u64, length: usize, state: u32, hot: bool, duty: u8 }',
      },
      {
        kind: 'bool',
        rust: '#[repr(C)] struct FanInfo { serial: u64, length: usize, state: c_int, hot: c_int, duty: u8 }',
      },
      {
        kind: 'field-count',
        rust: '#[repr(C)] struct FanInfo { serial: u64, length: usize, hot: bool, duty: u8 }',
      },
    ],
  },
  {
    kind: 'record',
    name: 'fan_label',
    filledBy: 'c',
    cTypes: '#define FAN_LABEL_MAX 16',
    rustTypes: 'const FAN_LABEL_MAX: usize = 16;\nconst FAN_LABEL_SHORT: usize = 12;',
    c: 'struct fan_label { uint8_t text[FAN_LABEL_MAX]; uint32_t colour; }',
    rust: '#[repr(C)] struct FanLabel { text: [u8; FAN_LABEL_MAX], colour: u32 }',
    seeds: [
      {
        kind: 'array-length',
        rust: '#[repr(C)] struct FanLabel { text: [u8; FAN_LABEL_SHORT], colour: u32 }',
      },
      {
        kind: 'array-length',
        rust: '#[repr(C)] struct FanLabel { text: [u8; FAN_LABEL_MAX * 2], colour: u32 }',
      },
      { kind: 'width', rust: '#[repr(C)] struct FanLabel { text: [u16; FAN_LABEL_MAX], colour: u32 }' },
      { kind: 'sign', rust: '#[repr(C)] struct FanLabel { text: [u8; FAN_LABEL_MAX], colour: i32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_table',
    filledBy: 'c',
    c: 'struct fan_table { uint16_t count; uint32_t speed[4]; uint8_t mode[3]; }',
    rust: '#[repr(C)] struct FanTable { count: u16, speed: [u32; 4], mode: [u8; 3] }',
    seeds: [
      {
        kind: 'array-length',
        rust: '#[repr(C)] struct FanTable { count: u16, speed: [u32; 5], mode: [u8; 3] }',
      },
      { kind: 'sign', rust: '#[repr(C)] struct FanTable { count: u16, speed: [i32; 4], mode: [u8; 3] }' },
      { kind: 'width', rust: '#[repr(C)] struct FanTable { count: u8, speed: [u32; 4], mode: [u8; 3] }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_bits',
    filledBy: 'c',
    c: 'struct fan_bits { unsigned on : 1; unsigned level : 5; uint32_t since; }',
    rust: '#[repr(C)] struct FanBits { bits: u32, since: u32 }',
    body: 's->on = 1; s->level = 9; uint32_t b = 19; LOG(b); s->since = PROBE(uint32_t, 2); LOG(s->since);',
    seeds: [
      { kind: 'bit-field', rust: '#[repr(C)] struct FanBits { on: u8, level: u8, since: u32 }' },
      { kind: 'bit-field', rust: '#[repr(C)] struct FanBits { on: u32, level: u32, since: u32 }' },
      { kind: 'sign', rust: '#[repr(C)] struct FanBits { bits: u32, since: i32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_node',
    filledBy: 'c',
    cTypes: 'struct fan { uint32_t tag; };',
    rustTypes: '#[repr(C)] struct fan { tag: u32 }',
    c: 'struct fan_node { struct fan *fan; const uint32_t *ids; uint32_t used; }',
    rust: '#[repr(C)] struct FanNode { fan: *mut fan, ids: *const u32, used: u32 }',
    body: 'static uint32_t tag = 24301, id = 77; s->fan = (struct fan *)&tag; LOG_TAG(&tag); s->ids = read_only(&id, 4); LOG(id); s->used = PROBE(uint32_t, 1); LOG(s->used);',
    seeds: [
      { kind: 'const', rust: '#[repr(C)] struct FanNode { fan: *mut fan, ids: *mut u32, used: u32 }' },
      {
        kind: 'pointer-depth',
        rust: '#[repr(C)] struct FanNode { fan: *mut *mut fan, ids: *const u32, used: u32 }',
      },
      { kind: 'pointer-depth', rust: '#[repr(C)] struct FanNode { fan: *mut fan, ids: u32, used: u32 }' },
      {
        kind: 'field-order',
        rust: '#[repr(C)] struct FanNode { ids: *const u32, fan: *mut fan, used: u32 }',
      },
    ],
  },
  {
    kind: 'record',
    name: 'fan_owner',
    filledBy: 'c',
    cTypes: 'struct fan { uint32_t tag; };',
    rustTypes: '#[repr(C)] struct fan { tag: u32 }',
    c: 'struct fan_owner { uint32_t id; struct fan *fan; }',
    rust: '#[repr(C)] struct FanOwner { id: u32, fan: *mut fan }',
    body: 's->id = PROBE(uint32_t, 0); LOG(s->id); s->fan = NULL; c_log("null");',
    seeds: [
      { kind: 'nullability', rust: "#[repr(C)] struct FanOwner { id: u32, fan: &'static fan }" },
      { kind: 'nullability', rust: '#[repr(C)] struct FanOwner { id: u32, fan: NonNull<fan> }' },
      { kind: 'width', rust: '#[repr(C)] struct FanOwner { id: u16, fan: *mut fan }' },
      { kind: 'field-order', rust: '#[repr(C)] struct FanOwner { fan: *mut fan, id: u32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_value',
    filledBy: 'c',
    c: 'union fan_value { uint32_t word; uint64_t wide; uint8_t bytes[8]; }',
    rust: '#[repr(C)] union FanValue { word: u32, wide: u64, bytes: [u8; 8] }',
    body: 's->wide = PROBE(uint64_t, 0); LOG(s->word); LOG(s->wide); LOG_ARRAY(s->bytes);',
    seeds: [
      { kind: 'union', rust: '#[repr(C)] struct FanValue { word: u32, wide: u64, bytes: [u8; 8] }' },
      { kind: 'width', rust: '#[repr(C)] union FanValue { word: u32, wide: u32, bytes: [u8; 8] }' },
      { kind: 'array-length', rust: '#[repr(C)] union FanValue { word: u32, wide: u64, bytes: [u8; 12] }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_aligned',
    filledBy: 'c',
    c: 'struct fan_aligned { uint32_t a; uint32_t b; } __attribute__((aligned(16)))',
    rust: '#[repr(C, align(16))] struct FanAligned { a: u32, b: u32 }',
    seeds: [
      { kind: 'packing', rust: '#[repr(C)] struct FanAligned { a: u32, b: u32 }' },
      { kind: 'width', rust: '#[repr(C, align(16))] struct FanAligned { a: u64, b: u32 }' },
      { kind: 'field-order', rust: '#[repr(C, align(16))] struct FanAligned { b: u32, a: u32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_sample',
    filledBy: 'c',
    c: 'struct fan_sample { float ratio; double mean; int64_t when; }',
    rust: '#[repr(C)] struct FanSample { ratio: f32, mean: f64, when: i64 }',
    seeds: [
      { kind: 'float', rust: '#[repr(C)] struct FanSample { ratio: f64, mean: f64, when: i64 }' },
      { kind: 'float', rust: '#[repr(C)] struct FanSample { ratio: f32, mean: u64, when: i64 }' },
      { kind: 'sign', rust: '#[repr(C)] struct FanSample { ratio: f32, mean: f64, when: u64 }' },
      { kind: 'field-count', rust: '#[repr(C)] struct FanSample { ratio: f32, mean: f64 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_tail',
    filledBy: 'c',
    c: 'struct fan_tail { uint32_t count; uint32_t limit; uint8_t data[]; }',
    rust: '#[repr(C)] struct FanTail { count: u32, limit: u32, data: [u8; 0] }',
    body: 's->count = PROBE(uint32_t, 0); LOG(s->count); s->limit = PROBE(uint32_t, 1); LOG(s->limit);',
    seeds: [
      { kind: 'sign', rust: '#[repr(C)] struct FanTail { count: i32, limit: u32, data: [u8; 0] }' },
      { kind: 'field-order', rust: '#[repr(C)] struct FanTail { limit: u32, count: u32, data: [u8; 0] }' },
      { kind: 'width', rust: '#[repr(C)] struct FanTail { count: u16, limit: u32, data: [u8; 0] }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_renamed',
    filledBy: 'c',
    c: 'struct fan_renamed { uint32_t type; uint32_t fr; uint16_t lcr; }',
    rust: '#[repr(C)] struct FanRenamed { type_: u32, #[doc(alias = "fr")] flags: u32, #[doc(alias = "lcr")] line: u16 }',
    seeds: [
      {
        kind: 'sign',
        rust: '#[repr(C)] struct FanRenamed { type_: u32, #[doc(alias = "fr")] flags: i32, #[doc(alias = "lcr")] line: u16 }',
      },
      {
        kind: 'width',
        rust: '#[repr(C)] struct FanRenamed { type_: u32, #[doc(alias = "fr")] flags: u32, #[doc(alias = "lcr")] line: u8 }',
      },
      {
        kind: 'field-order',
        rust: '#[repr(C)] struct FanRenamed { #[doc(alias = "fr")] flags: u32, type_: u32, #[doc(alias = "lcr")] line: u16 }',
      },
    ],
  },
  {
    kind: 'record',
    name: 'fan_anonymous',
    filledBy: 'c',
    c: 'typedef struct { uint32_t a; int64_t b; } fan_anonymous',
    rust: '#[repr(C)] struct fan_anonymous { a: u32, b: i64 }',
    seeds: [
      { kind: 'width', rust: '#[repr(C)] struct fan_anonymous { a: u32, b: i32 }' },
      { kind: 'sign', rust: '#[repr(C)] struct fan_anonymous { a: i32, b: i64 }' },
      { kind: 'field-count', rust: '#[repr(C)] struct fan_anonymous { a: u32, b: i64, c: u32 }' },
    ],
  },
  {
    kind: 'record',
    name: 'fan_firmware_entry',
    filledBy: 'c',
    cTypes: '#define QEMU_PACKED __attribute__((packed))\n#define ENTRIES 3',
    rustTypes: 'const ENTRIES: usize = 3;',
    c: 'struct fan_firmware_entry { uint8_t count; uint64_t address; uint16_t ticks[ENTRIES]; } QEMU_PACKED',
    rust: '#[repr(C, packed)] struct FanFirmwareEntry { count: u8, address: u64, ticks: [u16; ENTRIES] }',
    seeds: [
      {
        kind: 'packing',
        rust: '#[repr(C)] struct FanFirmwareEntry { count: u8, address: u64, ticks: [u16; ENTRIES] }',
      },
      {
        kind: 'width',
        rust: '#[repr(C, packed)] struct FanFirmwareEntry { count: u8, address: u32, ticks: [u16; ENTRIES] }',
      },
      {
        kind: 'array-length',
        rust: '#[repr(C, packed)] struct FanFirmwareEntry { count: u8, address: u64, ticks: [u16; 4] }',
      },
    ],
  },
];
