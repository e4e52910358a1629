import type { AbiCase } from '../case.ts';

/** The same disagreements in the spellings of real projects. */
export const STYLES: readonly AbiCase[] = [
  {
    kind: 'imported',
    name: 'fan_co_read',
    cTypes:
      '#define coroutine_fn\n#define GRAPH_RDLOCK\n#define QEMU_WARN_UNUSED_RESULT __attribute__((warn_unused_result))',
    c: 'int coroutine_fn GRAPH_RDLOCK QEMU_WARN_UNUSED_RESULT\nfan_co_read(uint64_t offset,\n            uint32_t bytes)',
    rust: 'pub fn fan_co_read(offset: u64, bytes: u32) -> core::ffi::c_int;',
    seeds: [
      { kind: 'sign', rust: 'pub fn fan_co_read(offset: i64, bytes: u32) -> core::ffi::c_int;' },
      { kind: 'width', rust: 'pub fn fan_co_read(offset: u64, bytes: u64) -> core::ffi::c_int;' },
      { kind: 'width', rust: 'pub fn fan_co_read(offset: u64, bytes: u32) -> isize;' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_g_format',
    cTypes: '#define G_GNUC_PURE\n#define FAN_API extern',
    c: 'FAN_API unsigned long long int fan_g_format(signed char level, unsigned short int gap) G_GNUC_PURE',
    body: 'LOG(level); LOG(gap); unsigned long long r = PROBE(unsigned long long, 7); LOG(r); return r;',
    rust: 'pub safe fn fan_g_format(level: std::os::raw::c_schar, gap: u16) -> u64;',
    seeds: [
      { kind: 'sign', rust: 'pub safe fn fan_g_format(level: u8, gap: u16) -> u64;' },
      { kind: 'sign', rust: 'pub safe fn fan_g_format(level: i8, gap: i16) -> u64;' },
      { kind: 'width', rust: 'pub safe fn fan_g_format(level: i8, gap: u16) -> u32;' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_probe',
    cTypes:
      '#define __init\n#define __user\n#define __must_check __attribute__((warn_unused_result))\ntypedef uint32_t u32;\ntypedef int64_t s64;',
    c: 'int __init __must_check fan_probe(u32 irq, const char __user *name, s64 when)',
    body: 'LOG(irq); LOG_TEXT(name); LOG(when); int r = PROBE(int, 7); LOG(r); return r;',
    rust: 'fn fan_probe(irq: u32, name: *const c_char, when: i64) -> c_int;',
    seeds: [
      { kind: 'sign', rust: 'fn fan_probe(irq: u32, name: *const c_char, when: u64) -> c_int;' },
      {
        kind: 'pointer-depth',
        rust: 'fn fan_probe(irq: u32, name: *const *const c_char, when: i64) -> c_int;',
      },
      { kind: 'parameter-count', rust: 'fn fan_probe(irq: u32, name: *const c_char) -> c_int;' },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_linked',
    c: 'uint32_t fan_linked(uint32_t a)',
    rust: '#[link_name = "fan_linked"] fn other_name(a: u32) -> u32;',
    seeds: [
      { kind: 'sign', rust: '#[link_name = "fan_linked"] fn other_name(a: i32) -> u32;' },
      { kind: 'width', rust: '#[link_name = "fan_linked"] fn other_name(a: u32) -> u16;' },
      { kind: 'parameter-count', rust: '#[link_name = "fan_linked"] fn other_name() -> u32;' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_point',
    cTypes: 'struct fan_place { float x; uint32_t room; float y; uint32_t floor; uint32_t shelf; };',
    rustTypes: '#[repr(C)] struct fan_place { x: f32, room: u32, y: f32, floor: u32, shelf: u32 }',
    c: 'uint32_t fan_point(struct fan_place place, uint32_t id)',
    body: 'struct fan_place p = { 1.5f, 4042322160u, 3.5f, 4042322158u, 4042322157u }; LOG(p.x); LOG(p.room); LOG(p.y); LOG(p.floor); LOG(p.shelf); uint32_t id = PROBE(uint32_t, 1); LOG(id); LOG(fan_point(p, id));',
    rust: 'pub extern "C" fn fan_point(place: fan_place, id: u32) -> u32',
    seeds: [
      { kind: 'calling-convention', rust: 'pub fn fan_point(place: fan_place, id: u32) -> u32' },
      {
        kind: 'calling-convention',
        rust: 'pub extern "win64" fn fan_point(place: fan_place, id: u32) -> u32',
      },
      { kind: 'sign', rust: 'pub extern "C" fn fan_point(place: fan_place, id: i32) -> u32' },
      { kind: 'width', rust: 'pub extern "C" fn fan_point(place: fan_place, id: u16) -> u32' },
    ],
  },
  {
    kind: 'exported',
    name: 'fan_split_lines',
    c: 'extern void\nfan_split_lines(\n    const uint32_t *first,   /* may be NULL */\n    unsigned count)',
    rust: 'pub unsafe extern "C" fn fan_split_lines(\n    first: *const u32,\n    count: std::ffi::c_uint,\n)',
    seeds: [
      {
        kind: 'const',
        rust: 'pub unsafe extern "C" fn fan_split_lines(\n    first: *mut u32,\n    count: std::ffi::c_uint,\n)',
      },
      {
        kind: 'sign',
        rust: 'pub unsafe extern "C" fn fan_split_lines(\n    first: *const u32,\n    count: std::ffi::c_int,\n)',
      },
      {
        kind: 'nullability',
        rust: 'pub unsafe extern "C" fn fan_split_lines(\n    first: &\'static u32,\n    count: std::ffi::c_uint,\n)',
      },
    ],
  },
  {
    kind: 'record',
    name: 'fan_linux_hdr',
    filledBy: 'c',
    cTypes:
      'typedef uint8_t __u8;\ntypedef uint32_t __u32;\ntypedef uint16_t __le16;\n#define __packed __attribute__((packed))',
    c: 'struct fan_linux_hdr {\n\t__u8 version;\t/* protocol */\n\t__le16 len;\n\t__u32 flags; // see FLAGS\n} __packed',
    rust: '#[repr(C, packed)]\nstruct fan_linux_hdr {\n    /// protocol\n    version: u8,\n    len: u16,\n    flags: u32,\n}',
    seeds: [
      { kind: 'packing', rust: '#[repr(C)]\nstruct fan_linux_hdr { version: u8, len: u16, flags: u32 }' },
      {
        kind: 'width',
        rust: '#[repr(C, packed)]\nstruct fan_linux_hdr { version: u8, len: u32, flags: u32 }',
      },
      { kind: 'field-count', rust: '#[repr(C, packed)]\nstruct fan_linux_hdr { version: u8, len: u16 }' },
    ],
  },
  {
    kind: 'record',
    name: 'FanQom',
    filledBy: 'c',
    cTypes: 'typedef uint64_t hwaddr;',
    rustTypes: 'type hwaddr = u64;',
    c: 'struct FanQom { hwaddr addr; unsigned int line; char name[8]; }',
    rust: '#[repr(C)] pub struct FanQom { pub addr: hwaddr, pub line: c_uint, pub name: [c_char; 8] }',
    seeds: [
      {
        kind: 'width',
        rust: '#[repr(C)] pub struct FanQom { pub addr: u32, pub line: c_uint, pub name: [c_char; 8] }',
      },
      {
        kind: 'sign',
        rust: '#[repr(C)] pub struct FanQom { pub addr: hwaddr, pub line: c_int, pub name: [c_char; 8] }',
      },
      {
        kind: 'array-length',
        rust: '#[repr(C)] pub struct FanQom { pub addr: hwaddr, pub line: c_uint, pub name: [c_char; 6] }',
      },
    ],
  },
  {
    kind: 'imported',
    name: 'fan_pair',
    c: 'void fan_pair(int32_t **out, uint8_t *const mode)',
    rust: 'fn fan_pair(out: *mut *mut i32, mode: *mut u8);',
    body: 'LOG(**out); **(volatile int32_t **)out = **out; LOG_TEXT(mode); *(volatile uint8_t *)mode = *mode;',
    seeds: [
      { kind: 'pointer-depth', rust: 'fn fan_pair(out: *mut i32, mode: *mut u8);' },
      { kind: 'sign', rust: 'fn fan_pair(out: *mut *mut u32, mode: *mut u8);' },
      { kind: 'const', rust: 'fn fan_pair(out: *mut *mut i32, mode: *const u8);' },
      { kind: 'const', rust: 'fn fan_pair(out: *mut *const i32, mode: *mut u8);' },
    ],
  },
];
