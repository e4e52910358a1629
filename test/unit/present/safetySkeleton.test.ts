import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import type { Counterpart } from '../../../src/core/counterpart/counterpart.ts';
import { askedByDoc } from '../../../src/present/askedByDoc.ts';
import { safetySkeleton } from '../../../src/present/safetySkeleton.ts';

const LINES = ['fn stop(fan: *mut Fan) {', '    unsafe { bindings::fan_stop(fan) }', '}'];
const annotation = { line: 2, conditions: [] } as unknown as Annotation;
const fanStop = {
  language: 'c',
  symbol: 'fan_stop',
  doc: 'Stops a fan.\n\nThe caller must hold the lock of\n@fan. It takes a while.',
} as unknown as Counterpart;

describe('the beginning of a SAFETY comment', () => {
  it('carries what the documentation of the C function asks, and is marked as unfinished', () => {
    expect(safetySkeleton(LINES, annotation, [fanStop])).toEqual([
      '    // SAFETY: TODO: say of each of these why it holds here.',
      '    // - `fan_stop`: The caller must hold the lock of @fan.',
    ]);
  });

  it('says where to look when that is not known, or asks nothing', () => {
    const general = '    // - `fan_stop`: what its C documentation asks of callers.';
    expect(safetySkeleton(LINES, annotation)[1]).toBe(general);
    expect(safetySkeleton(LINES, annotation, [{ ...fanStop, doc: 'Stops a fan.' }])[1]).toBe(general);
  });
});

it('of a long documentation only what is asked is taken', () => {
  const doc =
    'Makes a thing.\nReturns: the thing, which must be freed\nwith thing_free().\n\nIt is blue. Never pass NULL!';
  expect(askedByDoc(doc)).toEqual([
    'Returns: the thing, which must be freed with thing_free().',
    'Never pass NULL!',
  ]);
});
