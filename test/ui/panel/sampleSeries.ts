import type {
  PanelCounterpart,
  PanelMarks,
  PanelModel,
  PanelSlot,
  PanelOneSided,
} from '../../../src/protocol/panelModel.ts';
import { annotation, file, hunk, mark, marksOf } from './sampleParts.ts';
import { tokensOf } from './sampleTokens.ts';

/** A small series in which everything that the panel can show occurs. */

const deviceHunk = hunk('@@ -104,7 +107,12 @@ impl FanState', 104, 107, [
  ' impl FanState {',
  '-    fn read(&self, addr: u64) -> u64 {',
  '+    /// Called by the memory core for every guest read.',
  '+    unsafe extern "C" fn fan_read(opaque: *mut c_void, addr: u64, _size: u32) -> u64 {',
  '+        let s = unsafe { &mut *opaque.cast::<FanState>() };',
  '+        match Register::try_from(addr) {',
  '+            Ok(reg) => s.regs.read(reg).into(),',
  '+            Err(_) => unreachable!(),',
  '+        }',
  '     }',
  ' }',
  '+static FAN_OPS: MemoryRegionOps = MemoryRegionOps { read: Some(fan_read), write: Some(fan_write), ..zeroed() };',
]);

const headerHunk = hunk('@@ -17,3 +17,3 @@', 17, 17, [
  ' #define TYPE_FAN "fan"',
  ' ',
  '-DeviceState *fan_create(hwaddr base, qemu_irq irq);',
  '+DeviceState *fan_create(hwaddr base, qemu_irq irq, Error **errp);',
  '\\ No newline at end of file',
]);

const errorHunk = hunk('@@ -0,0 +1,9 @@', 0, 1, [
  '+//! Hands errors from Rust to C callers.',
  '+',
  '+use crate::bindings;',
  '+',
  '+pub fn propagate(error: Error, errp: *mut *mut bindings::Error) {',
  '+    // SAFETY: the caller passes a pointer that is NULL or can be written to.',
  '+    unsafe { bindings::error_propagate(errp, error.into_raw()) };',
  '+}',
  '+// evil \u202e/* } if (is_admin) { */ hidden',
]);

export const annotations = {
  exclusive: annotation('a-exclusive', 0, 4, {
    pattern: 'mut-ref-from-c',
    category: 'unsafe',
    attention: 'look-first',
    line: 110,
    title: 'Exclusive reference made from memory that C shares',
    question:
      'Who else can reach this object while `s` lives, for example through an interrupt raised below?',
    facts: ['no explanation found', 'device', 'at run time (slot read of FAN_OPS)', 'in impl FanState'],
  }),
  trampoline: annotation('a-trampoline', 0, 3, {
    pattern: 'extern-c-trampoline',
    category: 'callbacks',
    attention: 'check',
    line: 109,
    title: 'Function that C calls back into',
    question: 'Can a panic leave this function?',
    facts: ['no explanation found', 'device', 'private'],
  }),
  opaque: annotation('a-opaque', 0, 4, {
    pattern: 'opaque-user-data',
    category: 'callbacks',
    attention: 'check',
    line: 110,
    title: 'Untyped pointer cast back to its object',
    question: 'Is this the type that was registered?',
  }),
  ops: annotation('a-ops', 0, 11, {
    pattern: 'ops-struct-static',
    category: 'callbacks',
    attention: 'check',
    line: 116,
    title: 'Table of C callbacks',
    question: 'Does every slot that C calls have a function?',
  }),
  doc: annotation('a-doc', 0, 2, {
    pattern: 'doc',
    category: 'api-idiom',
    attention: 'note',
    line: 108,
    title: 'Doc comment of an unsafe function without a Safety section',
    question: 'What must the caller keep?',
  }),
  symbol: annotation('a-symbol', 0, 3, {
    pattern: 'exported-symbol',
    category: 'layout-abi',
    attention: 'look-first',
    line: 19,
    title: 'Exported symbol whose signature changes',
    question: 'Does the Rust definition take the new parameter?',
  }),
  propagate: annotation('a-propagate', 0, 6, {
    pattern: 'errp-out',
    category: 'errors',
    attention: 'check',
    line: 7,
    title: 'Error handed to a C caller',
    question: 'Who frees the error if `errp` is NULL?',
    explanation: 'SAFETY: the caller passes a pointer that is NULL or can be written to.',
  }),
} as const;

export const model: PanelModel = {
  seriesId: 'fan-v2',
  title: '[PATCH v2 0/3] hw/fan: port the fan controller to Rust',
  profile: 'qemu',
  version: 2,
  baseCommit: '4f2c1d9a77aa0b12f3c4d5e6f708192a3b4c5d6e',
  cover: {
    author: 'Author One',
    date: 'Mon, 6 Jan 2025 10:00:00 +0100',
    lines: [
      'The fan is the smallest device we have, and the first to move.',
      '',
      'Changed since v1: errors are handed on, and the register file is in a cell.',
    ],
  },
  patterns: [
    {
      id: 'mut-ref-from-c',
      questions: [
        'Why not a shared reference and a cell or lock for the fields that change?',
        'What if the C function called here calls back into the same object?',
      ],
      docs: [
        { title: 'docs/devel/rust.rst: Common pitfalls', target: 'tree:docs/devel/rust.rst#common-pitfalls' },
      ],
      about: 'Two sentences. About it.',
    },
  ],
  patches: [
    {
      id: 'p1',
      position: 1,
      total: 3,
      subject: 'util: hand errors from Rust to C callers',
      message: {
        author: 'Author One',
        date: 'Mon, 6 Jan 2025 10:00:00 +0100',
        lines: ['So that devices can fail.'],
      },
      files: [
        file('rust/util/src/error.rs', [errorHunk], [annotations.propagate], { kind: 'added', layer: 'api' }),
        file('rust/bindings/src/generated.rs', [errorHunk], [], { generated: true, layer: 'bindings' }),
      ],
    },
    {
      id: 'p2',
      position: 2,
      total: 3,
      subject: 'hw/fan: move the device to Rust',
      message: {
        author: 'Author Two',
        date: 'Mon, 6 Jan 2025 10:05:00 +0100',
        lines: [
          'The device keeps its registers in a cell, so that callbacks from C only ever need',
          'a shared reference. The opaque pointer of the memory region stays the device.',
          '',
          'Signed-off-by: Author Two <two@example.org>',
        ],
      },
      files: [
        file(
          'rust/hw/fan/src/device.rs',
          [deviceHunk],
          [
            annotations.doc,
            annotations.trampoline,
            annotations.exclusive,
            annotations.opaque,
            annotations.ops,
          ],
          { layer: 'device', added: 31, removed: 4 },
        ),
        file('include/hw/misc/fan.h', [headerHunk], [annotations.symbol], {
          layer: 'c',
          language: 'c',
          image: 'hunks',
        }),
        file('hw/misc/fan-old.c', [], [], {
          kind: 'renamed',
          oldPath: 'hw/misc/fan.c',
          layer: 'c',
          language: 'c',
        }),
        file('pc-bios/fan.bin', [], [], { binary: true, layer: 'build', language: null, image: 'none' }),
      ],
    },
    {
      id: 'p3',
      position: 3,
      total: 3,
      subject: 'hw/fan: drop the C device',
      message: { author: 'Author One', date: null, lines: [] },
      files: [
        file('hw/misc/meson.build', [hunk('@@ -9 +9 @@', 9, 9, ["-system_ss.add('fan.c')"])], [], {
          language: null,
        }),
      ],
    },
  ],
  houseRules: [
    {
      text: 'Each patch carries a Signed-off-by of its author. (patch 3)',
      link: { title: 'docs.example.org', target: 'https://docs.example.org/posting' },
    },
  ],
  problems: [
    {
      code: 'hunk-count',
      message: 'The hunk has 12 lines and its header says 11.',
      at: 'patch 2: rust/hw/fan/src/device.rs',
    },
    {
      code: 'macro-not-expanded',
      message: 'A macro is seen as text, not expanded.',
      at: 'patch 2: rust/hw/fan/src/device.rs:131',
    },
  ],
};

export const marks: PanelMarks = marksOf([
  mark('m-read', 'understood', { annotation: 'a-ops', rows: [11, 11] }),
  mark('m-panic', 'needs-explanation', {
    rows: [7, 7],
    question: 'The guest chooses `addr`. The C device logs a guest error here; can this panic be reached?',
    carried: {
      fromVersion: 1,
      fate: 'edited',
      proposal: 'rewritten',
      evidence: ['            Err(_) => unreachable!(),'],
      before: ['            Err(_) => panic!("bad address"),'],
      after: ['            Err(_) => unreachable!(),'],
    },
  }),
  mark('m-propagate', 'understood', { annotation: 'a-propagate', at: [0, 0], rows: [6, 6] }),
]);

export const counterparts: readonly PanelCounterpart[] = [
  {
    annotation: 'a-exclusive',
    status: 'found',
    places: [
      place('C twin', 'c', 'hw/misc/fan.c', 41, 'slot read of MemoryRegionOps', [
        'static uint64_t fan_read(void *opaque,',
        '                         hwaddr addr,',
        '                         unsigned size)',
      ]),
      place('Explained well in this tree', 'rust', 'rust/hw/uart/src/device.rs', 212, 'same pattern', [
        '// SAFETY: `opaque` is the device that registered',
        '// these ops; a shared reference is enough.',
        'let s = unsafe { &*opaque.cast::<Uart>() };',
      ]),
    ],
    disagreements: [
      {
        question: 'The size is 32 bits wide here and `unsigned` there: is that the same on every target?',
        rust: '_size: u32',
        c: 'unsigned size',
      },
    ],
    slots: [
      slot(
        'read_with_attrs',
        'new',
        '',
        'MemTxResult (*read_with_attrs)(void *opaque, hwaddr addr)',
        'Like read.',
      ),
      slot('read', 'set', 'Some(fan_read)', 'uint64_t (*read)(void *opaque, hwaddr addr, unsigned size)', ''),
      slot(
        'write',
        'unset',
        '',
        'void (*write)(void *opaque, hwaddr addr, uint64_t data, unsigned size)',
        '',
      ),
    ],
  },
];

/** A file changes while its twin stays. */
export const oneSided: readonly PanelOneSided[] = [
  { patch: 1, file: 0, path: 'hw/misc/fan.c', target: 'tree:hw/misc/fan.c' },
];

function slot(
  name: string,
  standing: PanelSlot['standing'],
  value: string,
  c: string,
  doc: string,
): PanelSlot {
  return { name, standing, value, c, doc, target: 'series:include/system/memory.h#L301' };
}

function place(
  title: string,
  language: 'rust' | 'c',
  path: string,
  line: number,
  rule: string,
  lines: readonly string[],
): PanelCounterpart['places'][number] {
  return {
    title,
    language,
    path,
    line,
    lines,
    rule,
    tokens: lines.map(tokensOf),
    target: `tree:${path}#L${line}`,
  };
}
