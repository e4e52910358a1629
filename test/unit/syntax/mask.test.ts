import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/core/syntax/lex/lex.ts';
import { maskC } from '../../../src/core/syntax/mask/maskC.ts';
import { maskRust } from '../../../src/core/syntax/mask/maskRust.ts';

function mask(source: string): string {
  const { text } = maskC(source, lex('c', source, 'code'));
  expect(text.length).toBe(source.length);
  return text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n');
}

describe('maskC blanks', () => {
  it.each([
    ['attributes before a function', 'int coroutine_fn fan_read(void);', 'int fan_read(void);'],
    [
      'attributes with arguments',
      'void warn(const char *f, ...) G_GNUC_PRINTF(1, 2);',
      'void warn(const char *f, ...) ;',
    ],
    ['attributes after a struct', 'struct Fan { int x; } QEMU_PACKED;', 'struct Fan { int x; } ;'],
    [
      'kernel section and address attributes',
      'static int __init fan_init(void __iomem *base)',
      'static int fan_init(void *base)',
    ],
    ['declaration attributes', '    g_autofree char *name = NULL;', 'char *name = NULL;'],
    ['unknown attributes before a type', '  gs_unref_object GFile *file = NULL;', 'GFile *file = NULL;'],
    ['export marks', 'FAN_EXPORT int fan_count(void);', 'int fan_count(void);'],
    ['wrapped return types', 'GIT_EXTERN(int) fan_open(Fan **out);', 'int fan_open(Fan **out);'],
    [
      'items without a semicolon',
      'OBJECT_DECLARE_SIMPLE_TYPE(FanState, FAN)\n\nstruct FanState {',
      '\n\nstruct FanState {',
    ],
    ['registrations without a semicolon', 'type_init(fan_register_types)\n', '\n'],
    ['arguments of a type macro', 'static QTAILQ_HEAD(, Fan) fans;', 'static QTAILQ_HEAD fans;'],
    ['an operator as an argument', 'g_assert_cmpint(a, ==, b);', 'g_assert_cmpint(a, b);'],
  ])('%s', (_, source, expected) => {
    expect(mask(source)).toBe(expected);
  });
});

describe('maskC writes', () => {
  it.each([
    ['loops as a keyword', '    QTAILQ_FOREACH(fan, &fans, next) {', 'while (fan, &fans, next) {'],
    [
      'loops without braces',
      '    list_for_each_entry(fan, head, node)\n        stop(fan);',
      'while (fan, head, node)\nstop(fan);',
    ],
    ['types among arguments as names', 'x = va_arg(ap, unsigned int);', 'x = va_arg(ap, T );'],
    ['pointer types among arguments as names', 'fan = g_new0(struct fan, 1);', 'fan = g_new0( fan, 1);'],
  ])('%s', (_, source, expected) => {
    expect(mask(source)).toBe(expected);
  });
});

describe('maskC leaves', () => {
  it.each([
    'g_signal_connect(fan, "stopped", G_CALLBACK(on_stopped), NULL);',
    'g_autoptr(GError) err = NULL;',
    'x = FAN_UNUSED;',
    'case FAN_CONST:',
    'if (debug) FAN_PRINTF("speed");',
    'DEBUG_PRINTF("speed");',
    'return FAN_API;',
    'y = (int)FAN_INLINE;',
    'flags = a | FAN_DEPRECATED | b;',
    'module_init(fan_init);',
    'EXPORT_SYMBOL_GPL(fan_stop);',
    'static const FanOps ops = { .read = fan_read, };',
    'unsigned long value = 0;',
    'struct fan *fan = data;',
    'Fan *fan = data;',
    'for (i = 0; i < n; i++) {',
    '#define FAN_EXPORT __attribute__((visibility("default")))',
  ])('%s', (source) => {
    expect(mask(source)).toBe(source);
  });
});

describe('maskC and conditionals', () => {
  it('reads branches that are whole one after the other', () => {
    expect(mask('#ifdef A\nint a;\n#else\nint b;\n#endif\nint c;')).toBe('\nint a;\n\nint b;\n\nint c;');
  });

  it('keeps only the first of branches that begin a block each, and tells the rows of the others', () => {
    const source = '#if A\nif (a) {\n#else\nif (b) {\n#endif\nf(); }';
    expect(mask(source)).toBe('\nif (a) {\n\n\n\nf(); }');
    expect([...maskC(source, lex('c', source, 'code')).droppedRows]).toEqual([3]);
  });

  it('keeps lone branches, which pair with others', () => {
    expect(mask('#ifdef A\nif (a) {\n#endif\nf();\n#ifdef A\n}\n#endif')).toBe('\nif (a) {\n\nf();\n\n}\n');
  });

  it('blanks conditions over several lines, but not their comments', () => {
    expect(mask('#if defined(A) && \\\n    defined(B) /* why */\nint a;')).toBe('\n/* why */\nint a;');
  });
});

it('maskRust blanks the qualifiers of foreign items, nothing else', () => {
  expect(maskRust('    safe fn f();\n    pub unsafe static X: u8;')).toBe(
    '         fn f();\n    pub        static X: u8;',
  );
  const other = 'let safe = true; // safe fn\nunsafe fn f() {} unsafe extern "C" {}';
  expect(maskRust(other)).toBe(other);
});
