import { describe, expect, it } from 'vitest';
import type { Facets } from '../../../src/core/annotate/annotation.ts';
import { attentionOf, type Standing } from '../../../src/core/annotate/facets/attention.ts';
import type { Pattern } from '../../../src/core/catalog/pattern.ts';
import { annotations, catalog } from './analyzed.ts';

const plain: Facets = {
  layer: 'device',
  phase: 'unknown',
  phaseReason: null,
  visibility: 'private',
  explainedBy: 'none',
  explanation: null,
  origin: 'introduced',
  confidence: 'whole',
  inMacro: false,
  generated: false,
};

function pattern(id: string): Pattern {
  const found = catalog.patterns.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

function attention(
  id: string,
  facets: Partial<Facets>,
  standing: Partial<Standing> = {},
  side: 'old' | 'new' = 'new',
) {
  return attentionOf(pattern(id), { ...plain, ...facets }, side, {
    quiet: false,
    repeated: false,
    conditionsChanged: false,
    withoutRust: false,
    ...standing,
  });
}

describe('attention', () => {
  it.each<[string, string, Partial<Facets>, string]>([
    ['is the pattern’s own', 'unsafe-block', {}, 'check'],
    ['rises at run time in a device', 'unsafe-block', { phase: 'runtime' }, 'look-first'],
    ['does not rise at run time elsewhere', 'unsafe-block', { phase: 'runtime', layer: 'api' }, 'check'],
    ['rises for a placeholder', 'unsafe-block', { explainedBy: 'placeholder' }, 'look-first'],
    ['rises for a stale explanation', 'unsafe-block', { explainedBy: 'stale' }, 'look-first'],
    ['falls where it is explained', 'unsafe-block', { explainedBy: 'safety-comment' }, 'note'],
    ['does not fall for a commit message', 'unsafe-block', { explainedBy: 'commit-message' }, 'check'],
    ['falls for moved code', 'unsafe-impl', { origin: 'moved' }, 'check'],
    ['falls in bindings', 'unsafe-impl', { layer: 'bindings' }, 'check'],
    ['is a note in tests', 'unsafe-impl', { layer: 'tests', explainedBy: 'stale' }, 'note'],
    ['is a note in generated code', 'unsafe-impl', { generated: true }, 'note'],
    ['is a note for what a later patch explains', 'unsafe-impl', { explainedBy: 'later-patch' }, 'note'],
    ['is a note for what a later patch removes', 'unsafe-impl', { origin: 'addressed-later' }, 'note'],
    ['rises for a public contract', 'unsafe-fn', { layer: 'api', visibility: 'public' }, 'look-first'],
    [
      'stays in sight for a written one',
      'unsafe-fn',
      { layer: 'api', visibility: 'public', explainedBy: 'safety-doc' },
      'check',
    ],
    ['does not rise for a private one', 'unsafe-fn', { layer: 'api' }, 'check'],
    [
      'is a note for old code that is explained',
      'unsafe-impl',
      { origin: 'pre-existing', explainedBy: 'safety-comment' },
      'note',
    ],
    ['stays for old code that lost its explanation', 'unsafe-impl', { origin: 'pre-existing' }, 'look-first'],
  ])('%s', (_, id, facets, expected) => {
    expect(attention(id, facets)).toBe(expected);
  });

  it('is a note for what is removed and for what the profile keeps quiet, and falls for a repeated question', () => {
    expect(attention('unsafe-impl', {}, {}, 'old')).toBe('note');
    expect(attention('unsafe-impl', {}, { quiet: true })).toBe('note');
    expect(attention('unsafe-impl', {}, { repeated: true })).toBe('check');
  });

  it('falls further for a question repeated in a build file', () => {
    expect(attention('new-crate', { layer: 'build', explainedBy: null }, { repeated: true })).toBe('note');
  });

  it('falls for C in a series that touches no Rust', () => {
    expect(attention('errp-out', { layer: 'c', explainedBy: null }, { withoutRust: true })).toBe('note');
    expect(attention('errp-out', { layer: 'c', explainedBy: null })).toBe('check');
    expect(attention('errp-out', { explainedBy: null }, { withoutRust: true })).toBe('check');
  });

  it('asks one question once in an item and twice in a file, but for every explanation that is owed', async () => {
    const text = (name: string): string =>
      `fn ${name}(a: *const u8, b: *const u8) {\n    unsafe { transmute::<A, B>(a) };\n    unsafe { transmute::<A, B>(b) };\n}\n`;
    const found = await annotations('', text('one') + text('two') + text('three'), {
      path: 'rust/hw/misc/fan/src/device.rs',
    });
    const levels = (id: string) => found.filter((one) => one.pattern === id).map((one) => one.attention);
    expect(levels('transmute-reinterpret')).toEqual([
      ...['look-first', 'check'],
      ...['look-first', 'check'],
      ...['check', 'check'],
    ]);
    expect(levels('unsafe-block')).toEqual(Array.from({ length: 6 }, () => 'check'));
  });

  it('asks one question once of an extern block and of a macro outside of items', async () => {
    const extern = 'extern "C" {\n    fn dev_open();\n    fn dev_close();\n}\nfn f() {}\n';
    const found = await annotations('', extern);
    const levels = found.filter((one) => one.pattern === 'handwritten-extern').map((one) => one.attention);
    expect(levels).toEqual(['look-first', 'check']);
  });

  it('is quiet where the profile says so', async () => {
    const found = await annotations('', 'fn f() {\n    unsafe { g() }\n}\n', {
      path: 'rust/bindings/util-sys/lib.rs',
    });
    expect(found.map((one) => one.attention)).toEqual(['note']);
  });
});
