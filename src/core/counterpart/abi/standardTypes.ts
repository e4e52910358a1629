import { integer, type AbiType, type Bits } from './abiType.ts';

const LONG: Bits = [64, 32, 32];
const WORD: Bits = [64, 64, 32];
const INT: Bits = [32, 32, 32];

const signed = (bits: Bits): AbiType => ({ kind: 'integer', bits, signed: true });
const unsigned = (bits: Bits): AbiType => ({ kind: 'integer', bits, signed: false });
const CHAR: AbiType = { kind: 'integer', bits: [8, 8, 8], signed: null };
const VOID: AbiType = { kind: 'void' };
const BOOL: AbiType = { kind: 'bool' };
const pointerTo = (to: AbiType, readOnly: boolean): AbiType => ({
  kind: 'pointer',
  to,
  readOnly,
  nullable: true,
});

/** `u8` … `s64` and their spellings in QEMU, Linux and GLib. */
function fixedWidths(
  prefix: string,
  suffix: string,
  isSigned: boolean,
): readonly (readonly [string, AbiType])[] {
  return [8, 16, 32, 64].map((bits) => [`${prefix}${bits}${suffix}`, integer(bits, isSigned)] as const);
}

/** C types that need no declaration: the language's own, `stdint.h`, POSIX where the size is certain, GLib, QEMU, Linux. */
export const C_STANDARD: ReadonlyMap<string, AbiType> = new Map<string, AbiType>([
  ['char', CHAR],
  ['signed char', integer(8, true)],
  ['unsigned char', integer(8, false)],
  ['short', integer(16, true)],
  ['unsigned short', integer(16, false)],
  ['int', signed(INT)],
  ['unsigned int', unsigned(INT)],
  ['long', signed(LONG)],
  ['unsigned long', unsigned(LONG)],
  ['long long', integer(64, true)],
  ['unsigned long long', integer(64, false)],
  ['__int128', integer(128, true)],
  ['unsigned __int128', integer(128, false)],
  ['bool', BOOL],
  ['_Bool', BOOL],
  ['float', { kind: 'float', bits: 32 }],
  ['double', { kind: 'float', bits: 64 }],
  ...fixedWidths('int', '_t', true),
  ...fixedWidths('uint', '_t', false),
  ['size_t', unsigned(WORD)],
  ['ssize_t', signed(WORD)],
  ['ptrdiff_t', signed(WORD)],
  ['intptr_t', signed(WORD)],
  ['uintptr_t', unsigned(WORD)],
  ['intmax_t', integer(64, true)],
  ['uintmax_t', integer(64, false)],
  ['uint', unsigned(INT)],
  ['ulong', unsigned(LONG)],
  ['ushort', integer(16, false)],
  // GLib
  ['gboolean', signed(INT)],
  ['gchar', CHAR],
  ['guchar', integer(8, false)],
  ['gshort', integer(16, true)],
  ['gushort', integer(16, false)],
  ['gint', signed(INT)],
  ['guint', unsigned(INT)],
  ['glong', signed(LONG)],
  ['gulong', unsigned(LONG)],
  ...fixedWidths('gint', '', true),
  ...fixedWidths('guint', '', false),
  ['gsize', unsigned(WORD)],
  ['gssize', signed(WORD)],
  ['goffset', integer(64, true)],
  ['gintptr', signed(WORD)],
  ['guintptr', unsigned(WORD)],
  ['gunichar', integer(32, false)],
  ['gfloat', { kind: 'float', bits: 32 }],
  ['gdouble', { kind: 'float', bits: 64 }],
  ['GQuark', integer(32, false)],
  ['GType', unsigned(WORD)],
  ['gpointer', pointerTo(VOID, false)],
  ['gconstpointer', pointerTo(VOID, true)],
  ['GDestroyNotify', functionPointer([pointerTo(VOID, false)], VOID)],
  ['GSourceFunc', functionPointer([pointerTo(VOID, false)], signed(INT))],
  // QEMU
  ['hwaddr', integer(64, false)],
  ['vaddr', integer(64, false)],
  // Linux
  ...fixedWidths('u', '', false),
  ...fixedWidths('s', '', true),
  ...fixedWidths('__u', '', false),
  ...fixedWidths('__s', '', true),
  ...[16, 32, 64].flatMap((bits) =>
    ['__le', '__be', 'le', 'be'].map((order) => [`${order}${bits}`, integer(bits, false)] as const),
  ),
  ['gfp_t', unsigned(INT)],
  ['loff_t', integer(64, true)],
]);

/** Rust types that need no declaration, by last segment. */
export const RUST_STANDARD: ReadonlyMap<string, AbiType> = new Map<string, AbiType>([
  ...fixedWidths('u', '', false),
  ...fixedWidths('i', '', true),
  ['u128', integer(128, false)],
  ['i128', integer(128, true)],
  ['usize', unsigned(WORD)],
  ['isize', signed(WORD)],
  ['bool', BOOL],
  ['char', integer(32, false)],
  ['f32', { kind: 'float', bits: 32 }],
  ['f64', { kind: 'float', bits: 64 }],
  ['c_char', CHAR],
  ['c_schar', integer(8, true)],
  ['c_uchar', integer(8, false)],
  ['c_short', integer(16, true)],
  ['c_ushort', integer(16, false)],
  ['c_int', signed(INT)],
  ['c_uint', unsigned(INT)],
  ['c_long', signed(LONG)],
  ['c_ulong', unsigned(LONG)],
  ['c_longlong', integer(64, true)],
  ['c_ulonglong', integer(64, false)],
  ['c_float', { kind: 'float', bits: 32 }],
  ['c_double', { kind: 'float', bits: 64 }],
  ['c_size_t', unsigned(WORD)],
  ['c_void', VOID],
]);

/** Names that mean the C type also where Rust writes them (`libc::size_t`, `glib::ffi::gboolean`). */
export const SHARED_NAMES: ReadonlySet<string> = new Set(
  [...C_STANDARD.keys()].filter((name) => /_t$|^g[a-z0-9]+$|^G[A-Z]|^hwaddr$|^vaddr$/.test(name)),
);

function functionPointer(params: readonly AbiType[], returns: AbiType): AbiType {
  return {
    kind: 'pointer',
    to: { kind: 'function', params, returns, variadic: false },
    readOnly: false,
    nullable: true,
  };
}
