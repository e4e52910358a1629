import type { PanelMarks, PanelRemark } from '../../../src/protocol/panelModel.ts';
import { marks } from './sampleSeries.ts';

/** A remark of another reviewer on the device's hunk. */
export function remark(id: string, about: Partial<PanelRemark> = {}): PanelRemark {
  return {
    ...{
      id,
      author: 'Reviewer Three',
      date: '2025-01-08T10:00:00Z',
      text: 'Why?',
      state: 'needs-explanation',
    },
    ...{ annotation: null, source: 'in the thread', turn: 'author', ended: null, said: [], answer: '' },
    ...{ carried: null, isInTree: false, quoted: ['        let s = 1;'], patch: 1 },
    place: { kind: 'lines', patch: 1, file: 0, hunk: 0, row: 5, endRow: 5 },
    ...about,
  };
}

export const remarks: readonly PanelRemark[] = [
  remark('r-register', {
    text: 'Which registers can the guest name here?\nThe C device knew `0x10` too.',
    turn: 'reviewer',
    said: [
      { author: 'Author One', date: '2025-01-09T09:00:00Z', text: 'Those of the enum; 0x10 went in 7.2.' },
    ],
  }),
  remark('r-evil', {
    author: 'Reader <b>Four</b>',
    text: '<img src=x onerror=alert(1)> & "quotes"',
    place: { kind: 'lines', patch: 1, file: 0, hunk: 0, row: 6, endRow: 6 },
    turn: 'you',
  }),
  remark('r-lost', { text: 'Where did this go?', place: null, quoted: ['+    timer_free(s->timer);'] }),
  remark('r-whole', { text: 'Could this be two patches?', place: null, quoted: [], turn: 'you' }),
  remark('r-quiet', {
    ...{ state: 'understood', text: '', turn: null, annotation: 'a-exclusive' },
    place: { kind: 'lines', patch: 1, file: 0, hunk: 0, row: 4, endRow: 4 },
  }),
];

/** The marks of the sample series, and what others said about it. */
export const withOthers: PanelMarks = {
  ...marks,
  others: remarks,
  kept: { isShared: false, path: 'reviews/fan.json' },
  ...(marks.carried && {
    carried: {
      ...marks.carried,
      again: [
        {
          id: 'm-old',
          said: 'understood',
          annotation: 'a-symbol',
          carried: {
            ...{ fromVersion: 1, fate: 'edited', proposal: null, evidence: [] },
            before: ['DeviceState *fan_create(hwaddr base, qemu_irq irq);'],
            after: ['DeviceState *fan_create(hwaddr base, qemu_irq irq, Error **errp);'],
          },
          place: { kind: 'lines', patch: 1, file: 1, hunk: 0, row: 3, endRow: 3 },
        },
      ],
    },
  }),
};
