import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/patch/language.ts';
import { createEngine, type Engine, type Query } from '../../../src/core/syntax/engine.ts';
import type { Fragment } from '../../../src/core/syntax/fragment.ts';
import { parseImage } from '../../../src/core/syntax/parseImage.ts';
import { testAssets } from '../assets.ts';
import { FAN_C, FAN_RS } from './samples.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(testAssets());
});

function parse(language: Language, firstLine: number, lines: readonly string[], section = ''): Fragment {
  const parts = [{ firstLine, lines, section }];
  const [fragment] = parseImage(engine, language, { side: 'new', kind: 'hunks', parts });
  if (!fragment) throw new Error('no fragment');
  return fragment;
}

/** Types of the nodes that begin on the hunk's lines, and its errors. */
function seen(
  language: Language,
  source: string,
  section = '',
): { types: readonly string[]; errors: number[] } {
  const fragment = parse(language, 1, source.split('\n'), section);
  const types = fragment.tree.nodes
    .filter(({ isNamed }) => isNamed)
    .map(({ type, startPosition }) => ({ type, line: startPosition.row + fragment.lineOffset }))
    .filter(({ line }) => line >= fragment.firstLine && line <= fragment.lastLine)
    .map(({ type }) => type);
  const errors = [...fragment.errorLines];
  fragment.delete();
  return { types, errors };
}

describe('a hunk of Rust', () => {
  it.each([
    ['statements', '    let x = 1;\n    unsafe { f(x) };', 'fn f() {', 'unsafe_block'],
    [
      'the end of a function and the next',
      '        x\n    }\n\n    unsafe fn g(&self) {',
      'impl Fan {',
      'function_item',
    ],
    [
      'parameters',
      '    opaque: *mut c_void,\n) -> c_int {\n    unsafe { f(opaque) }',
      'unsafe extern "C" fn read(',
      'unsafe_block',
    ],
    [
      'fields of a struct',
      '    pub duty: Cell<u8>,\n    pub opaque: *mut c_void,',
      'pub struct Fan {',
      'pointer_type',
    ],
    ['fields of a literal', '    duty: 1,\n    opaque: unsafe { f() },', 'fn f() {', 'unsafe_block'],
    ['match arms', '    0 => unsafe { f() },\n    _ => 0,', 'fn f() {', 'unsafe_block'],
    ['a method chain', '    .map(|x| unsafe { f(x) })\n    .collect()', 'fn f() {', 'unsafe_block'],
    ['the rest of a condition', '    && x > 0\n{\n    unsafe { f() }', '    fn f() {', 'unsafe_block'],
    ['an else', '    } else {\n        unsafe { f() }\n    }', 'fn f() {', 'unsafe_block'],
    ['arguments', '        unsafe { f() },\n        0,\n    );\n}', 'fn f() {', 'unsafe_block'],
    [
      'names in a use',
      '    ffi::c_void,\n    ptr,\n};\nunsafe impl Send for Fan {}',
      'use std::{',
      'impl_item',
    ],
    [
      'the end of an extern block',
      '    fn stop(fan: *mut Fan);\n}\nunsafe fn g() {}',
      'extern "C" {',
      'foreign_mod_item',
    ],
    [
      'the start of a declaration in an extern block',
      '        a: c_int,\n    );\n    pub(crate) fn stop(\n        fan: *mut Fan,',
      'extern "C" {',
      'foreign_mod_item',
    ],
    [
      'an extern block that does not end',
      'use x;\nextern "C" {\n    fn start(fan: *mut Fan);\n    fn stop(\n        fan: *mut Fan,',
      'use y;',
      'foreign_mod_item',
    ],
    ['the end of a raw string', 'one { two\n"#;\n    unsafe { f() };', 'fn f() {', 'unsafe_block'],
    ['the start of a string', '    unsafe { f() };\n    let s = "one', 'fn f() {', 'unsafe_block'],
    ['the start of a comment', '    unsafe { f() };\n    /* one', 'fn f() {', 'unsafe_block'],
    ['a header that ends the hunk', '    unsafe { f() };\n    if x', 'fn f() {', 'unsafe_block'],
    ['an unfinished let', '    let x = S {\n        a: unsafe { f() },', 'fn f() {', 'unsafe_block'],
  ])('is read that holds %s', (_, source, section, type) => {
    const { types, errors } = seen('rust', source, section);
    expect(errors).toEqual([]);
    expect(types).toContain(type === 'foreign_mod_item' ? 'function_signature_item' : type);
    if (type === 'foreign_mod_item' && !source.includes('unsafe'))
      expect(types).not.toContain('function_item');
  });

  it('finds foreign functions though the hunk shows no extern block', () => {
    for (const source of ['    pub fn stop(fan: u32);', '    fn stop(fan: *mut Fan);']) {
      const fragment = parse('rust', 10, [source], 'fn before()');
      expect(fragment.tree.rootNode.firstChild?.type).toBe('foreign_mod_item');
      fragment.delete();
    }
    const inTrait = parse('rust', 10, ['    fn stop(fan: *mut Fan);'], 'pub trait Stop {');
    expect(inTrait.tree.rootNode.firstChild?.type).toBe('impl_item');
    inTrait.delete();
  });

  it('says whether it begins inside an unsafe function', () => {
    const inside = (source: string, section: string): boolean => {
      const fragment = parse('rust', 10, source.split('\n'), section);
      const { insideUnsafeFn } = fragment;
      fragment.delete();
      return insideUnsafeFn;
    };
    expect(inside('    *p = 1;', 'unsafe fn f(p: *mut u8) {')).toBe(true);
    expect(inside('    p: *mut u8,\n) {\n    *p = 1;', 'pub unsafe extern "C" fn f(')).toBe(true);
    expect(inside('    *p = 1;', 'fn f(p: &mut u8) {')).toBe(false);
    expect(inside('    fn g(&self) {\n        *p = 1;', 'unsafe fn f(p: *mut u8) {')).toBe(false);
    expect(inside('fn g() {', 'unsafe fn f(p: *mut u8) {')).toBe(false);
  });

  it('takes the body of a macro for tokens', () => {
    const { types, errors } = seen(
      'rust',
      '        unsafe { (*$obj).$field }\n    };',
      'macro_rules! field {',
    );
    expect(errors).toEqual([]);
    expect(types).toContain('token_tree');
  });
});

describe('a hunk of C', () => {
  it.each([
    ['statements', '    s->irq = 1;\n    g_free(s);', 'static void f(void)', 'call_expression'],
    ['the end of a comment', ' * of a fan\n */\nvoid f(void);', '', 'function_declarator'],
    ['the end of a macro', '    g_free(x); \\\n    } while (0)\n\nvoid f(void);', '', 'function_declarator'],
    [
      'parameters',
      '                     Error **errp)\n{\n    g_free(s);',
      'static void f(void *a,',
      'parameter_declaration',
    ],
    [
      'the rest of a condition',
      '        l->on) {\n        g_free(s);\n    }',
      'void f(void)',
      'call_expression',
    ],
    ['an else', '    } else {\n        g_free(s);\n    }', 'void f(void)', 'call_expression'],
    [
      'an else whose if is not shown',
      '        g_free(s);\n    else\n        f();',
      'void f(void)',
      'call_expression',
    ],
    ['fields', '    Error **errp;\n    void (*f)(int);', 'struct Fan {', 'field_declaration'],
    ['enumerators', '    FAN_OFF,\n    FAN_LOW = 3,', 'enum FanSpeed {', 'enumerator'],
    [
      'initializers',
      '    .read = fan_read,\n    .write = fan_write,',
      'static const Ops ops = {',
      'initializer_pair',
    ],
    [
      'a function without its type',
      'f (Fan **fan)\n{\n    g_free (fan);',
      'static void',
      'function_declarator',
    ],
    ['the head of a function', 'static int\nf (Fan **fan,\n   int x', '', 'function_definition'],
    [
      'unbalanced conditionals',
      '#ifdef A\n    if (a) {\n#else\n    if (b) {\n#endif\n        g_free(s);\n    }',
      'void f(void)',
      'if_statement',
    ],
    ['the end of a loop', '        s->n++;\n    } while (s->n < 4);', 'void f(void)', 'update_expression'],
    ['a cut call', '    g_free(s,\n           "x",', 'void f(void)', 'call_expression'],
  ])('is read that holds %s', (_, source, section, type) => {
    const { types, errors } = seen('c', source, section);
    expect(errors.filter((line) => type !== 'if_statement' || line !== 4)).toEqual([]);
    expect(types).toContain(type);
  });
});

/** Every window of a sample, as a hunk, shows what the whole sample shows on its lines. */
describe.each<[Language, string, string, RegExp]>([
  [
    'rust',
    FAN_RS,
    '[(unsafe_block) (function_item) (function_signature_item) (foreign_mod_item) (pointer_type)] @node',
    /^\S/,
  ],
  [
    'c',
    FAN_C,
    '[(call_expression) (function_declarator) (initializer_pair) (field_declaration)] @node',
    /^[A-Za-z_]/,
  ],
])('windows of a sample in %s', (language, sample, source, header) => {
  const lines = sample.trimEnd().split('\n');
  const marks = (query: Query, fragment: Fragment): Set<string> =>
    new Set(
      fragment.tree
        .captures(query)
        .map(({ node }) => ({ type: node.type, row: node.startPosition.row + fragment.lineOffset }))
        .filter(({ row }) => row >= fragment.firstLine && row <= fragment.lastLine)
        .map(({ type, row }) => `${row} ${type}`),
    );

  it.each([3, 7, 12, 25])('of %i lines', (size) => {
    const query = engine.query(language, source);
    const [whole] = parseImage(engine, language, {
      side: 'new',
      kind: 'whole',
      parts: [{ firstLine: 1, lines, section: '' }],
    });
    if (!whole) throw new Error('no fragment');
    expect([...whole.errorLines].filter((line) => !lines[line - 1]?.includes('s->poll'))).toEqual([]);
    const expected = marks(query, whole);
    whole.delete();
    const differences: string[] = [];
    for (let first = 1; first + size <= lines.length + 1; first++) {
      const section =
        lines
          .slice(0, first - 1)
          .filter((line) => header.test(line))
          .at(-1) ?? '';
      const fragment = parse(language, first, lines.slice(first - 1, first - 1 + size), section);
      const found = marks(query, fragment);
      fragment.delete();
      for (const mark of expected) {
        const line = Number.parseInt(mark, 10);
        if (line >= first && line < first + size && !found.has(mark))
          differences.push(`${first}: no ${mark}`);
      }
      for (const mark of found) if (!expected.has(mark)) differences.push(`${first}: extra ${mark}`);
    }
    query.delete();
    expect(differences).toEqual([]);
  });
});
