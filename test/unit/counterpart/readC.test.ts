import { describe, expect, test } from 'vitest';
import { readC } from '../../../src/core/counterpart/c/readC.ts';
import { readCImage } from '../../../src/core/counterpart/c/readCImage.ts';
import type { Declaration } from '../../../src/core/counterpart/declaration.ts';
import type { SourceType } from '../../../src/core/counterpart/sourceType.ts';

/** A type as a short text, to compare whole signatures at a glance. */
function words(type: SourceType): string {
  switch (type.kind) {
    case 'name':
      return type.tag === null ? type.name : `${type.tag} ${type.name}`;
    case 'pointer':
      return `${type.readOnly ? 'const ' : ''}*${words(type.to)}`;
    case 'function':
      return `fn(${type.params.map((each) => words(each.type)).join(', ')}${type.variadic ? ', …' : ''}) ${words(type.returns)}`;
    case 'array':
      return `[${words(type.of)}; ${type.length ?? ''}]`;
    case 'inline':
      return `{${type.record.fields.map((field) => `${field.name ?? ''}: ${words(field.type)}`).join('; ')}}`;
    default:
      return type.kind;
  }
}

function shown(declaration: Declaration): string {
  const { kind, name } = declaration;
  switch (kind) {
    case 'function':
      return `${declaration.isStatic ? 'static ' : ''}${declaration.role} ${name}(${declaration.params
        .map((param) => `${param.name ?? ''}: ${words(param.type)}`)
        .join(', ')}${declaration.variadic ? ', …' : ''}) ${words(declaration.returns)}`;
    case 'record':
      return `${declaration.union ? 'union' : 'struct'} ${name} {${declaration.fields
        .map(
          (field) =>
            `${field.name ?? ''}: ${words(field.type)}${field.bits === null ? '' : `:${field.bits}`}`,
        )
        .join('; ')}}${declaration.packed === null ? '' : ' packed'}`;
    case 'enum':
      return `enum ${name} {${declaration.variants.map((each) => `${each.name}=${each.value ?? ''}`).join(', ')}}`;
    case 'alias':
      return `alias ${name} ${words(declaration.target)}`;
    case 'variable':
      return `${declaration.role} ${name}: ${words(declaration.type)}${declaration.slots.map((slot) => ` .${slot.name}=${slot.value}`).join('')}`;
    case 'invocation':
      return `${name}(${declaration.args.join(', ')})`;
    default:
      return `${kind} ${name} ${declaration.value}`;
  }
}

function read(text: string): readonly string[] {
  return readC('fan.h', text).map(shown);
}

describe('C declarations', () => {
  test.each([
    ['int f(void);', 'prototype f() int'],
    [
      'extern const char *f(const uint8_t *buf, size_t n);',
      'prototype f(buf: const *uint8_t, n: size_t) const *char',
    ],
    [
      'void f(char **argv, const char *const *names);',
      'prototype f(argv: **char, names: const *const *char) void',
    ],
    [
      'unsigned long int f(long long x, signed char c);',
      'prototype f(x: long long, c: signed char) unsigned long',
    ],
    [
      'static inline bool f(int (*cb)(void *opaque, int n), ...) { return true; }',
      'static definition f(cb: *fn(*void, int) int, , …) bool'.replace(
        'cb: *fn(*void, int) int, , …',
        'cb: *fn(*void, int) int, …',
      ),
    ],
    [
      'void (*signal(int sig, void (*func)(int)))(int);',
      'prototype signal(sig: int, func: *fn(int) void) *fn(int) void',
    ],
    [
      'int coroutine_fn GRAPH_RDLOCK bdrv_x(BlockDriverState *bs);',
      'prototype bdrv_x(bs: *BlockDriverState) int',
    ],
    ['GIT_EXTERN(int) git_x(struct git_repo *r);', 'prototype git_x(r: *struct git_repo) int'],
    ['FOO_API GList *f(void) G_GNUC_WARN_UNUSED_RESULT;', 'prototype f() *GList'],
    ['void f(int n) __attribute__((format(printf, 1, 2)));', 'prototype f(n: int) void'],
    ['int f(int values[4], const char key[]);', 'prototype f(values: *int, key: const *char) int'],
    ['typedef void QEMUTimerCB(void *opaque);', 'alias QEMUTimerCB fn(*void) void'],
    ['typedef int (*Handler)(void *);', 'alias Handler *fn(*void) int'],
    ['typedef struct IRQState *qemu_irq;', 'alias qemu_irq *struct IRQState'],
    ['extern struct hpet_fw_config hpet_fw_cfg;', 'declaration hpet_fw_cfg: struct hpet_fw_config'],
    ['OBJECT_DECLARE_TYPE(Fan, FanClass, FAN)\nint after;', 'OBJECT_DECLARE_TYPE(Fan, FanClass, FAN)'],
    [
      'struct A { int a; const char *b; uint8_t c[4]; };',
      'struct A {a: int; b: const *char; c: [uint8_t; 4]}',
    ],
    ['struct A { unsigned on : 1, level : 5; };', 'struct A {on: unsigned int:1; level: unsigned int:5}'],
    [
      'struct A { int (*read)(void *o); struct { int min; } impl; };',
      'struct A {read: *fn(*void) int; impl: {min: int}}',
    ],
    ['struct A { uint8_t k; uint32_t n; } QEMU_PACKED;', 'struct A {k: uint8_t; n: uint32_t} packed'],
    ['struct A { QTAILQ_ENTRY(A) next; int n; };', 'struct A {next: unknown; n: int}'],
    ['union U { int a; float b; };', 'union U {a: int; b: float}'],
    ['enum E { E_A, E_B = 1 << 3, /* last */ E_C, };', 'enum E {E_A=, E_B=1 << 3, E_C=}'],
    [
      'static const MemoryRegionOps ops = { .read = fan_read, .impl = { .min_access_size = 4 } };',
      'definition ops: MemoryRegionOps .read=fan_read .impl={ . min_access_size = 4 } .impl.min_access_size=4',
    ],
    ['#define FAN_MAX (4 * 2) /* fans */', 'constant FAN_MAX (4 * 2)'],
    ['#define FAN_REG(n) \\\n    ((n) << 2)', 'macro FAN_REG ((n) << 2)'],
  ])('%s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  test('a typedef of a struct declares both, an anonymous struct takes the typedef name', () => {
    expect(read('typedef struct Fan { int a; } Fan;')).toEqual([
      'struct Fan {a: int}',
      'alias Fan struct Fan',
    ]);
    expect(read('typedef struct { int a; } Fan;')).toEqual(['struct Fan {a: int}']);
    expect(read('struct fan { int a; } fan0;')).toEqual([
      'struct fan {a: int}',
      'definition fan0: struct fan',
    ]);
  });

  test('bodies, strings and comments do not lead astray, nor do torn branches', () => {
    const text = [
      'int f(void)',
      '{',
      '    char *s = "}"; /* } */ // }',
      "    char c = '{';",
      '}',
      '#ifdef A',
      'int g(int a) {',
      '#else',
      'int g(long a) {',
      '#endif',
      '    return 0;',
      '}',
      'extern "C" {',
      'int h(void);',
      '}',
    ].join('\n');
    expect(readC('fan.c', text).map(({ name, line, endLine }) => [name, line, endLine])).toEqual([
      ['f', 1, 5],
      ['g', 7, 12],
      ['h', 14, 14],
    ]);
  });

  test('members under a condition are marked, and comments beside and above them are kept', () => {
    const [record] = readC(
      'fan.h',
      'struct A {\n    int a; /* beside */\n#ifdef X\n    /* above */\n    int b;\n#endif\n};',
    );
    if (record?.kind !== 'record') throw new Error('no record');
    expect(record.fields.map(({ name, conditional, doc, line }) => [name, conditional, doc, line])).toEqual([
      ['a', false, 'beside', 2],
      ['b', true, 'above', 5],
    ]);
  });

  test('the comment above a declaration is its documentation', () => {
    const text =
      '/**\n * fan_set: sets\n *\n * @n: speed\n */\nvoid fan_set(int n);\n\n/* apart */\n\nint x;';
    expect(readC('fan.h', text).map(({ doc }) => doc)).toEqual(['fan_set: sets\n\n@n: speed', null]);
  });
});

describe('C declarations of hunks', () => {
  const part = (section: string, firstLine: number, ...lines: readonly string[]) =>
    readCImage('fan.c', { side: 'new', kind: 'hunks', parts: [{ firstLine, lines, section }] });

  test('statements at the beginning belong to a function that is not shown', () => {
    const found = part(
      'static void fan_reset(Fan *s)',
      10,
      '    fan_stop(s);',
      '    s->x = 1;',
      '}',
      '',
      'int fan_go(int n);',
    );
    expect(found.map(({ name, line }) => [name, line])).toEqual([['fan_go', 14]]);
  });

  test('members that the header gives a name are a part of its struct', () => {
    const [record] = part('struct fan_ops {', 20, '    int (*read)(void *o);', '    int (*poll)(void *o);');
    if (record?.kind !== 'record') throw new Error('no record');
    expect(record.name).toBe('fan_ops');
    expect(record.partial).toBe(true);
    expect(record.fields.map(({ name, line }) => [name, line])).toEqual([
      ['read', 20],
      ['poll', 21],
    ]);
  });

  test('a struct that goes on below the hunk is partial', () => {
    const [record] = part('', 1, 'struct fan {', '    int a;', '    int b;');
    expect(record?.kind === 'record' && record.partial).toBe(true);
  });
});
