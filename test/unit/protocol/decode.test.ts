import { describe, expect, it } from 'vitest';
import { decodeFromPanel, decodePlace, decodeViewState } from '../../../src/protocol/decode.ts';
import type { FromPanel, PanelViewState } from '../../../src/protocol/messages.ts';

const place = { kind: 'lines', patch: 0, file: 1, hunk: 2, row: 3, endRow: 5 } as const;

const MESSAGES: readonly FromPanel[] = [
  { type: 'ready' },
  { type: 'cancel' },
  { type: 'export' },
  { type: 'needTokens', patch: 0, file: 0, hunk: 4 },
  { type: 'mark', place, state: 'needs-explanation', question: 'Why?', annotation: 'a1', deferredTo: null },
  {
    type: 'mark',
    place: { kind: 'message', patch: 2, line: 0, endLine: 0 },
    state: 'deferred',
    question: '',
    annotation: null,
    deferredTo: 'Reviewer Two',
  },
  { type: 'endQuestion', id: 'm1', kind: 'withdrawn', reason: 'asked too early' },
  { type: 'unmark', id: 'm1' },
  { type: 'openLink', target: 'tree:docs/devel/rust.rst' },
  { type: 'openFile', patch: 0, file: 0, line: 12 },
  { type: 'nativeDiff', patch: 1 },
  { type: 'aboutPattern', pattern: 'unsafe-block' },
  { type: 'inputFocused', focused: true },
  { type: 'painted', milliseconds: 12.5 },
  { type: 'problem', message: 'a hunk has no lines' },
];

describe('decodeFromPanel', () => {
  it.each(MESSAGES.map((message) => [message.type, message] as const))('reads %s', (_, message) => {
    expect(decodeFromPanel(structuredClone(message))).toEqual(message);
  });

  it('leaves out what a message does not have', () => {
    expect(decodeFromPanel({ type: 'ready', run: 'rm' })).toEqual({ type: 'ready' });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ready'],
    ['a list', ['ready']],
    ['an unknown type', { type: 'run' }],
    ['an inherited type', { type: 'toString' }],
    ['a negative index', { type: 'nativeDiff', patch: -1 }],
    ['half an index', { type: 'needTokens', patch: 0, file: 0.5, hunk: 0 }],
    ['a link that is no text', { type: 'openLink', target: { href: 'x' } }],
    ['an unknown way to end', { type: 'endQuestion', id: 'm', kind: 'approved', reason: '' }],
    ['a time that is none', { type: 'painted', milliseconds: Number.NaN }],
    ['a mark without a place', { ...MESSAGES[4], place: undefined }],
    ['a mark in an unknown state', { ...MESSAGES[4], state: 'approved' }],
    ['a mark on rows that run backwards', { ...MESSAGES[4], place: { ...place, endRow: 1 } }],
  ])('refuses %s', (_, value) => {
    expect(decodeFromPanel(value)).toBeUndefined();
  });
});

describe('decodePlace', () => {
  it('reads lines of the cover letter', () => {
    expect(decodePlace({ kind: 'cover', line: 1, endLine: 2 })).toEqual({
      kind: 'cover',
      line: 1,
      endLine: 2,
    });
  });

  it('refuses a kind it does not know', () => {
    expect(decodePlace({ kind: 'file', line: 1, endLine: 2 })).toBeUndefined();
  });
});

describe('decodeViewState', () => {
  const state: PanelViewState = {
    format: 1,
    source: { kind: 'file', uri: 'file:///series.mbox' },
    collapsed: ['p1'],
    attentions: ['check'],
    categories: [],
    text: 'opaque',
    openCard: 'a1',
    order: 'text',
    others: false,
    draft: { place, annotation: null, state: 'needs-explanation', text: 'Who fre' },
    answering: { id: 'r1', text: 'Beca' },
    scrollTop: 120.5,
  };

  it('reads what was stored', () => {
    expect(decodeViewState(structuredClone(state))).toEqual(state);
  });

  it('fills in what an earlier build did not store', () => {
    const { order, draft, others, answering, ...earlier } = state;
    expect([order, draft, others, answering]).not.toContain(undefined);
    expect(decodeViewState(earlier)).toEqual({
      ...earlier,
      ...{ order: 'attention', draft: null, others: true, answering: null },
    });
  });

  it('drops a draft that it cannot read, and keeps the rest', () => {
    expect(decodeViewState({ ...state, draft: { place, text: 3 } })).toEqual({ ...state, draft: null });
  });

  it.each([
    ['another format', { ...state, format: 2 }],
    ['no source', Object.fromEntries(Object.entries(state).filter(([name]) => name !== 'source'))],
    ['a collapsed list that holds numbers', { ...state, collapsed: [1] }],
    ['a negative scroll position', { ...state, scrollTop: -1 }],
    ['an unknown order', { ...state, order: 'size' }],
    ['a text', 'state'],
  ])('refuses %s', (_, value) => {
    expect(decodeViewState(value)).toBeUndefined();
  });
});
