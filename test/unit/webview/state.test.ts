import { describe, expect, it } from 'vitest';
import { decodeViewState } from '../../../src/protocol/decode.ts';
import type { PanelCommand } from '../../../src/protocol/messages.ts';
import { blocksOf } from '../../../src/webview/state/derived.ts';
import { firstState } from '../../../src/webview/state/panelState.ts';
import { update } from '../../../src/webview/state/update.ts';
import { viewStateOf } from '../../../src/webview/state/viewState.ts';
import type { LineAddress } from '../../../src/webview/series/address.ts';
import { mark, marksOf } from '../../ui/panel/sampleParts.ts';
import { marks, model, oneSided } from '../../ui/panel/sampleSeries.ts';
import { StatePanel } from './sample.ts';

const line = (row: number, file = 0): LineAddress => ({ kind: 'line', patch: 1, file, hunk: 0, row });
const lines = (row: number, endRow = row) =>
  ({ kind: 'lines', patch: 1, file: 0, hunk: 0, row, endRow }) as const;
const command = (name: PanelCommand) => ({ type: 'command', command: name }) as const;
const cardsOf = (panel: StatePanel): readonly string[] =>
  blocksOf(panel.series, panel.state).flatMap((block) =>
    block.kind === 'card' ? [`${block.card} ${block.id}`] : [],
  );

it('files whose twin stays are known by their place', () => {
  const panel = new StatePanel().do({ type: 'host', message: { type: 'oneSided', files: oneSided } });
  expect([...panel.state.oneSided.values()]).toEqual(oneSided);
  panel.do({ type: 'host', message: { type: 'oneSided', files: [] } });
  expect(panel.state.oneSided.size).toBe(0);
});

describe('walking', () => {
  it('opens what to look at first, one card at a time, and puts the cursor on its line', () => {
    const panel = new StatePanel().do(command('next'));
    expect(panel.state.openCard).toBe('a-exclusive');
    expect(panel.state.cursor).toEqual(line(4));
    expect(cardsOf(panel)).toEqual(['annotation a-exclusive', 'mark m-panic']);
    panel.do(command('next'));
    expect(panel.state.openCard).toBe('a-symbol');
    expect(cardsOf(panel)).toEqual(['mark m-panic', 'annotation a-symbol']);
    panel.do(command('previous'));
    expect(panel.state.openCard).toBe('a-exclusive');
  });

  it('goes by the text after the order was switched', () => {
    const panel = new StatePanel().do(command('order'), command('next'));
    expect(panel.state.openCard).toBe('a-propagate');
  });

  it('skips what was looked at', () => {
    const panel = new StatePanel().do(command('order'), command('next-open'));
    expect(panel.state.openCard).toBe('a-trampoline');
  });

  it('says so when nothing is left', () => {
    const panel = new StatePanel().do({ type: 'filter-category', category: 'errors' }, command('next-open'));
    expect(panel.state.openCard).toBeNull();
    expect(panel.state.announcement).toBe('Every annotation that is shown was looked at');
  });

  it('opens the sections that the target lies in', () => {
    const panel = new StatePanel().do({ type: 'fold', at: { kind: 'patch', patch: 1 } }, command('next'));
    expect(panel.state.view.collapsed.has('p2')).toBe(false);
    expect(panel.effects.at(-1)).toEqual({ kind: 'reveal', address: line(4) });
  });
});

describe('marking', () => {
  it('marks the open annotation as understood', () => {
    const panel = new StatePanel().do(command('next'), command('understood'));
    expect(panel.posted).toEqual({
      ...{ type: 'mark', state: 'understood', question: '', annotation: 'a-exclusive', deferredTo: null },
      place: lines(4),
    });
    expect(panel.state.openCard).toBe('a-exclusive');
  });

  it('begins a question with the one that fits, and sends what was made of it', () => {
    const panel = new StatePanel().do(command('next'), command('needs-explanation'));
    expect(panel.state.draft?.text).toMatch(/^Who else can reach/);
    expect(panel.focused).toBe('draft');
    panel.do({ type: 'draft-text', text: '  Who holds the lock? ' }, { type: 'draft-save' });
    expect(panel.posted).toMatchObject({
      type: 'mark',
      state: 'needs-explanation',
      question: 'Who holds the lock?',
    });
    expect(panel.state.draft).toBeNull();
  });

  it('keeps an empty question open', () => {
    const panel = new StatePanel().do(command('next'), command('needs-explanation'));
    panel.do({ type: 'draft-text', text: '  ' }, { type: 'draft-save' });
    expect(panel.state.draft).not.toBeNull();
    expect(panel.posted).toBeUndefined();
  });

  it('does not lose a question when the walk goes on, unless nothing was written', () => {
    const panel = new StatePanel().do(command('next'), command('needs-explanation'), command('next'));
    expect(panel.state.draft).toBeNull();
    panel.do(command('needs-explanation'), { type: 'draft-text', text: 'Half a' }, command('next'));
    expect(panel.state.draft?.text).toBe('Half a');
    expect(cardsOf(panel)).toContain('draft draft');
  });

  it('leaves to someone by name, and offers the same name again', () => {
    const panel = new StatePanel().do(command('next'), command('defer'), { type: 'draft-save' });
    expect(panel.posted).toBeUndefined();
    panel.do({ type: 'draft-text', text: 'Reviewer Two' }, { type: 'draft-save' });
    expect(panel.posted).toMatchObject({ state: 'deferred', deferredTo: 'Reviewer Two', question: '' });
    const left = mark('m-left', 'deferred', {
      rows: [4, 4],
      annotation: 'a-exclusive',
      deferredTo: 'Reviewer Two',
    });
    panel.do(
      { type: 'host', message: { type: 'marks', marks: marksOf([left]) } },
      command('next'),
      command('defer'),
    );
    expect(panel.state.draft?.text).toBe('Reviewer Two');
  });

  it('marks picked lines, annotated or not', () => {
    const panel = new StatePanel().do(
      { type: 'select', anchor: line(5), place: lines(5) },
      { type: 'moved', target: line(7), extend: true },
      command('understood'),
    );
    expect(panel.posted).toMatchObject({ place: lines(5, 7), annotation: null });
    expect(panel.state.selection).toBeNull();
  });

  it('does not pick beyond a hunk', () => {
    const panel = new StatePanel().do({ type: 'select', anchor: line(5), place: lines(5) });
    panel.do({ type: 'moved', target: line(0, 1), extend: true });
    expect(panel.state.selection?.place).toEqual(lines(5));
  });

  it('marks lines of a message', () => {
    const at = { kind: 'text', owner: 1, line: 1 } as const;
    const panel = new StatePanel().do({ type: 'point', at }, command('needs-explanation'));
    panel.do({ type: 'draft-text', text: 'Since when?' }, { type: 'draft-save' });
    expect(panel.posted).toMatchObject({ place: { kind: 'message', patch: 1, line: 1, endLine: 1 } });
  });

  it('takes back what was said', () => {
    const panel = new StatePanel().do({ type: 'open', id: 'a-ops' }, command('undo'));
    expect(panel.posted).toEqual({ type: 'unmark', id: 'm-read' });
  });

  it('takes back the last mark where nothing was said', () => {
    const panel = new StatePanel().do(command('next'));
    const made = mark('m-new', 'understood', { annotation: 'a-exclusive', rows: [4, 4] });
    panel.do({ type: 'host', message: { type: 'marks', marks: marksOf([...marks.marks, made]) } });
    panel.do(command('next'), command('undo'));
    expect(panel.posted).toEqual({ type: 'unmark', id: 'm-new' });
    expect(panel.state.announcement).toBe('Taken back at 2/3 rust/hw/fan/src/device.rs:110');
    const count = panel.effects.length;
    expect(panel.do(command('undo')).effects.length).toBe(count);
  });

  it('says when there is nothing to mark or to undo', () => {
    const panel = new StatePanel().do(command('understood'));
    expect(panel.state.announcement).toBe('Go to a line or an annotation first');
    panel.do({ type: 'point', at: line(5) }, command('undo'));
    expect(panel.state.announcement).toBe('Nothing was said here yet');
    expect(panel.posted).toBeUndefined();
  });

  it('edits a question in place', () => {
    const panel = new StatePanel().do({ type: 'edit', id: 'm-panic' });
    expect(panel.state.draft).toMatchObject({ place: lines(7), annotation: null });
    expect(panel.state.draft?.text).toMatch(/^The guest chooses/);
    expect(cardsOf(panel)).toEqual(['draft draft']);
  });
});

describe('ending a question', () => {
  it('confirms, and withdraws only with a reason', () => {
    const panel = new StatePanel().do({ type: 'confirm', id: 'm-panic', kind: 'rewritten' });
    expect(panel.posted).toEqual({ type: 'endQuestion', id: 'm-panic', kind: 'rewritten', reason: '' });
    panel.do({ type: 'withdraw', id: 'm-panic' }, { type: 'withdraw-save' });
    expect(panel.state.withdrawal).not.toBeNull();
    panel.do({ type: 'withdraw-reason', reason: 'It cannot happen.' }, { type: 'withdraw-save' });
    expect(panel.posted).toEqual({
      type: 'endQuestion',
      id: 'm-panic',
      kind: 'withdrawn',
      reason: 'It cannot happen.',
    });
    expect(panel.state.withdrawal).toBeNull();
  });

  it('asks again', () => {
    const panel = new StatePanel().do({ type: 'ask-again', id: 'm-panic' });
    expect(panel.posted).toMatchObject({ type: 'mark', state: 'needs-explanation', place: lines(7) });
  });
});

describe('rows', () => {
  it('cycles through the annotations of a line, and closes the last', () => {
    const panel = new StatePanel();
    const opened = [1, 2, 3].map(() => panel.do({ type: 'activate', at: line(4) }).state.openCard);
    expect(opened).toEqual(['a-exclusive', 'a-opaque', null]);
  });

  it('picks a line that carries nothing, and opens the mark of one that does', () => {
    const panel = new StatePanel().do({ type: 'activate', at: line(5) });
    expect(panel.state.selection?.place).toEqual(lines(5));
    panel.do({ type: 'activate', at: line(7) });
    expect(panel.state.openCard).toBe('m-panic');
  });

  it('folds a heading, and from inside goes to what it lies under', () => {
    const panel = new StatePanel().do({ type: 'fold', at: line(4) });
    expect(panel.state.cursor).toEqual({ kind: 'hunk', patch: 1, file: 0, hunk: 0 });
    panel.do({ type: 'activate', at: { kind: 'file', patch: 1, file: 0 } });
    expect(panel.state.view.collapsed.has('p2/file/rust/hw/fan/src/device.rs')).toBe(true);
  });

  it('collapses the card first, then the file', () => {
    const panel = new StatePanel().do(command('next'), command('collapse'));
    expect(panel.state.openCard).toBeNull();
    panel.do(command('collapse'));
    expect([...panel.state.view.collapsed]).toContain('p2/file/rust/hw/fan/src/device.rs');
  });

  it('leaves one thing at a time', () => {
    const panel = new StatePanel().do(command('next'), command('needs-explanation'), { type: 'escape' });
    expect([panel.state.draft, panel.state.openCard]).toEqual([null, 'a-exclusive']);
    panel.do({ type: 'escape' });
    expect(panel.state.openCard).toBeNull();
  });

  it('starts with generated files folded', () => {
    expect([...new StatePanel().state.view.collapsed]).toEqual(['p1/file/rust/bindings/src/generated.rs']);
  });
});

describe('links', () => {
  it('asks the host for the native diff of the patch in sight, the export and the pattern', () => {
    const panel = new StatePanel().do(command('next'), command('native-diff'));
    expect(panel.posted).toEqual({ type: 'nativeDiff', patch: 1 });
    expect(panel.do(command('export')).posted).toEqual({ type: 'export' });
    expect(panel.do(command('about')).posted).toEqual({ type: 'aboutPattern', pattern: 'mut-ref-from-c' });
    expect(panel.do(command('docs')).posted).toEqual({
      type: 'openLink',
      target: 'tree:docs/devel/rust.rst#common-pitfalls',
    });
  });

  it('opens the only counterpart, and leads to the links of several', () => {
    const places = ['tree:a.c#L1', 'tree:b.c#L1'].map((target) => ({
      ...({ title: '', language: 'c', path: '', line: 1, lines: [], tokens: [], rule: '', target } as const),
    }));
    const found = (count: number) =>
      ({
        type: 'host',
        message: {
          type: 'counterparts',
          counterparts: [
            { annotation: 'a-exclusive', status: 'found', places: places.slice(0, count), disagreements: [] },
          ],
        },
      }) as const;
    const panel = new StatePanel().do(command('next'), command('counterpart'));
    expect(panel.state.announcement).toBe('No other side is known for this');
    expect(panel.do(found(1), command('counterpart')).posted).toEqual({
      type: 'openLink',
      target: 'tree:a.c#L1',
    });
    expect(panel.do(found(2), command('counterpart')).focused).toBe('counterparts');
  });
});

describe('what the host says', () => {
  it('opens the annotation of a revealed place, lifts a filter that hides it, and shows plain lines', () => {
    const panel = new StatePanel().do({ type: 'filter-text', text: 'error.rs' });
    panel.do({ type: 'host', message: { type: 'reveal', place: lines(2, 3) } });
    expect(panel.state.openCard).toBe('a-doc');
    expect(panel.state.view.filter.text).toBe('');
    panel.do({ type: 'host', message: { type: 'reveal', place: { kind: 'cover', line: 2, endLine: 2 } } });
    expect(panel.state.cursor).toEqual({ kind: 'text', owner: 'cover', line: 2 });
  });

  it('keeps the view when the same series comes again', () => {
    const panel = new StatePanel().do(command('next'), command('order'));
    panel.do({ type: 'host', message: { type: 'model', model, marks, source: 'sample' } });
    expect([panel.state.openCard, panel.state.view.order]).toEqual(['a-exclusive', 'text']);
  });

  it('says how the sums changed, and nothing when they did not', () => {
    const panel = new StatePanel();
    panel.do({ type: 'host', message: { type: 'marks', marks } });
    expect(panel.state.announcement).toBe('');
    panel.do({ type: 'host', message: { type: 'marks', marks: marksOf([]) } });
    expect(panel.state.announcement).toBe('0 of 6 looked at');
  });

  it('shows what it is busy with, and where it failed', () => {
    const panel = new StatePanel().do({
      type: 'host',
      message: { type: 'loading', title: 'Reading', done: 1, total: 3 },
    });
    expect(panel.state.busy).toEqual({ title: 'Reading', done: 1, total: 3 });
    panel.do({ type: 'host', message: { type: 'failed', message: 'No mail in it', at: 'series.mbox:1' } });
    expect([panel.state.busy, panel.state.failure?.at]).toEqual([null, 'series.mbox:1']);
    expect(panel.do({ type: 'cancel' }).posted).toEqual({ type: 'cancel' });
  });
});

describe('a reload', () => {
  const before = new StatePanel().do(
    command('order'),
    { type: 'filter-attention', attention: 'note' },
    { type: 'fold', at: { kind: 'patch', patch: 0 } },
    { type: 'open', id: 'a-ops' },
    command('needs-explanation'),
    { type: 'draft-text', text: 'Half a question' },
  );
  const stored = decodeViewState(structuredClone(viewStateOf(before.state, 321)));

  it('brings the same view back', () => {
    const message = { type: 'model', model, marks, source: 'sample' } as const;
    const { state, effects } = update(firstState(stored ?? null), { type: 'host', message });
    expect(state.view).toEqual(before.state.view);
    expect(state.openCard).toBe('a-ops');
    expect(state.draft?.text).toBe('Half a question');
    expect(effects).toContainEqual({ kind: 'scroll', top: 321 });
  });

  it('walks at first in the order that the host was set to', () => {
    const message = { type: 'model', model, marks, source: 'another', order: 'text' } as const;
    const { state } = update(firstState(null), { type: 'host', message });
    expect(state.view.order).toBe('text');
  });

  it('starts afresh with another series', () => {
    const message = { type: 'model', model, marks, source: 'another' } as const;
    const { state } = update(firstState(stored ?? null), { type: 'host', message });
    expect([state.openCard, state.draft, state.view.order]).toEqual([null, null, 'attention']);
  });
});

describe('a file with a twin in the other language', () => {
  it('leads to the comparison of both, from any of its lines; others say that they have none', () => {
    const panel = new StatePanel().do(
      { type: 'host', message: { type: 'twins', files: [{ patch: 1, file: 0 }] } },
      { type: 'point', at: line(4) },
    );
    const { effects } = update(panel.state, command('compare-twins'));
    expect(effects).toEqual([{ kind: 'post', message: { type: 'compareTwins', patch: 1, file: 0 } }]);
    const other = update(panel.do({ type: 'point', at: line(0, 1) }).state, command('compare-twins'));
    expect(other.effects).toEqual([]);
    expect(other.state.announcement).toBe('This file has no twin in the other language.');
  });
});
