import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mark, Review } from '../../src/core/review/review.ts';
import { writeReview } from '../../src/core/review/writeReview.ts';
import { buildCommand, runCommand } from './builtCommand.ts';

const V1 = 'media/example/fan-v1.mbox';
const V2 = 'media/example/fan-v2.mbox';
const TIMER = 'rust/system/src/timer.rs';
const DEVICE = 'rust/hw/misc/fan/src/device.rs';

let folder = '';

const MARK = { id: 'a', path: 'x', side: 'new', line: 1, endLine: 1 };

interface Carried {
  readonly format: number;
  readonly marks: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly { readonly at: string }[];
}

const carriedOf = (out: string): Carried => JSON.parse(out) as Carried;

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const question = (
  line: number,
  path: string,
  text: string,
  patch: number,
  change: Partial<Mark> = {},
): Mark => ({
  id: `q${line}`,
  target: {
    kind: 'lines',
    patch: `20260309-fan-v1-${patch}@example.org`,
    path,
    side: 'new',
    line,
    endLine: line,
  },
  anchor: { text: [text], before: [], after: [], item: null, ordinal: 0 },
  state: 'needs-explanation',
  question: 'Why does this hold?',
  annotation: null,
  pattern: null,
  deferredTo: null,
  exit: null,
  madeAt: '2026-03-10T09:00:00Z',
  ...change,
});

beforeAll(async () => {
  buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'interop-marks-'));
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('marks carry', () => {
  it('follows marks from one mailbox to the next, each to one answer', async () => {
    const marks = await write(
      'marks.json',
      JSON.stringify([
        { id: 'send', path: TIMER, side: 'new', line: 11, endLine: 11 },
        { id: 'nowhere', path: 'main.c', side: 'new', line: 1000, endLine: 1000 },
      ]),
    );
    const args = ['marks', 'carry', '--from', V1, '--to', V2, '--marks', marks];
    const { status, out } = await runCommand([...args, '--format', 'json']);
    const { format, marks: carried, problems } = carriedOf(out);
    expect(format).toBe(1);
    expect(carried).toMatchObject([
      { id: 'send', fate: 'exact', documented: true, path: TIMER, line: 12, endLine: 12 },
      { id: 'nowhere', fate: 'gone', documented: false, path: null, line: null, endLine: null },
    ]);
    expect(carried[0]?.['evidence']).toMatch(/^SAFETY: a timer is a handle/);
    // Nothing is known of the second: that is said, and the run does not end well.
    expect(problems.map(({ at }) => at)).toEqual(['nowhere']);
    expect(status).toBe(3);
    expect((await runCommand(args)).out).toMatch(
      /^send: exact, documented rust\/system\/src\/timer\.rs:12\n/,
    );
  });

  it.each([
    ['not json', /marks\.json:1:\d+: This is not valid JSON/],
    ['[{"id":"a"}]', /The key "path" is missing/],
    ['{}', /Expected a list, found an object/],
    ['[{"id":"a","path":"x","side":"both","line":1,"endLine":1}]', /\[0\]\.side: Expected one of new, old/],
    [
      '[{"id":"a","path":"x","side":"new","line":0,"endLine":1}]',
      /\[0\]\.line: Expected a whole number from 1/,
    ],
    [JSON.stringify([MARK, MARK]), /\[1\]\.id: Another mark has the id "a" too/],
    ['[{"id":"a","path":"x","side":"new","line":3,"endLine":2}]', /The range ends before it begins/],
  ])('refuses %s with a place', async (text, said) => {
    const marks = await write('marks.json', text);
    const { status, out, err } = await runCommand([
      'marks',
      'carry',
      '--from',
      V1,
      '--to',
      V2,
      '--marks',
      marks,
    ]);
    expect([status, out]).toEqual([3, '']);
    expect(err).toMatch(said);
  });

  it('says what is no version', async () => {
    const marks = await write('marks.json', '[]');
    const { status, err } = await runCommand([
      'marks',
      'carry',
      '--from',
      'v0',
      '--to',
      V2,
      '--marks',
      marks,
    ]);
    expect(status).toBe(3);
    expect(err).toContain('v0: There is no such file, and it is no git range (A..B).');
  });
});

describe('marks list and status', () => {
  const review: Review = {
    format: 2,
    reviewer: 'Reviewer <reviewer@example.org>',
    series: { id: 'x', changeId: null, subject: 'hw/misc/fan: port the fan to Rust', version: 1 },
    marks: [
      question(11, TIMER, 'unsafe impl Send for Timer {}', 4, {
        anchor: {
          text: ['unsafe impl Send for Timer {}'],
          before: ['pub struct Timer(NonNull<bindings::BoardTimer>);', ''],
          after: ['', 'impl Timer {'],
          item: null,
          ordinal: 0,
        },
      }),
      question(149, DEVICE, 'pub unsafe extern "C" fn fan_sample_count(dev: *const DeviceState) -> u32 {', 5),
      question(5, TIMER, 'use core::ptr::NonNull;', 4, {
        exit: {
          kind: 'withdrawn',
          reason: 'my mistake',
          evidence: '',
          version: 1,
          confirmedAt: '2026-03-11T09:00:00Z',
        },
      }),
    ],
  };

  it('lists the open questions first', async () => {
    const path = await write('review.json', writeReview(review));
    const { status, out } = await runCommand(['marks', 'list', path]);
    expect(status).toBe(1);
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      `${TIMER}:11: open (Reviewer <reviewer@example.org>)`,
      `${DEVICE}:149: open (Reviewer <reviewer@example.org>)`,
      `${TIMER}:5: withdrawn (Reviewer <reviewer@example.org>)`,
    ]);
  });

  it('says what became of each open question in a newer version', async () => {
    const path = await write('review.json', writeReview(review));
    const { status, out } = await runCommand(['marks', 'status', path, '--to', V2]);
    expect(status).toBe(1);
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      `${TIMER}:12: documented, for the reviewer to confirm (Reviewer <reviewer@example.org>)`,
      `${DEVICE}:164: open, the lines are unchanged (Reviewer <reviewer@example.org>)`,
    ]);
  });

  it.each([
    [['marks']],
    [['marks', 'carry']],
    [['marks', 'list']],
    [['marks', 'status', 'x']],
    [['marks', 'export', 'x', '--on', 'y', '--as', 'z']],
    [['marks', 'list', 'x', '--format', 'xml']],
  ])('is a usage error for %j', async (args) => {
    const { status, out, err } = await runCommand(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^interop-review: \S/);
  });

  it('reads what others asked from replies, GitHub comments and b4, and writes it for them', async () => {
    const path = await write('review.json', writeReview(review));
    const github = await runCommand(['marks', 'export', path, '--on', V1, '--as', 'github']);
    expect(github.status).toBe(0);
    const comments = await write('comments.json', github.out);
    const listed = await runCommand(['marks', 'list', comments, '--on', V1]);
    expect(listed.out).toContain(`${TIMER}:11: open\n  Why does this hold?`);

    const b4 = await runCommand(['marks', 'export', path, '--on', V1, '--as', 'b4']);
    const directory = join(folder, 'b4-review');
    await mkdir(directory);
    for (const [name, text] of Object.entries(JSON.parse(b4.out) as Record<string, string>))
      await writeFile(join(directory, name), text);
    const status = await runCommand(['marks', 'status', directory, '--on', V1, '--to', V2]);
    expect(status.out).toContain(
      `${TIMER}:12: documented, for the reviewer to confirm (Reviewer <reviewer@example.org>)`,
    );

    const mail = [
      'From: Reviewer Two <two@example.org>',
      'Subject: Re: [PATCH 4/6] qom, system: let Rust implement devices',
      'Message-ID: <re@example.org>',
      'In-Reply-To: <20260309-fan-v1-4@example.org>',
      '',
      '> +unsafe impl Send for Timer {}',
      '',
      'Which thread?',
      '',
    ];
    const reply = await write('reply.eml', mail.join('\n'));
    const asked = await runCommand(['marks', 'list', reply, '--on', V1, '--format', 'json']);
    expect(JSON.parse(asked.out)).toMatchObject({
      questions: [
        { reviewer: 'Reviewer Two <two@example.org>', question: 'Which thread?', target: { line: 11 } },
      ],
    });
    expect((await runCommand(['marks', 'list', comments])).err).toContain('--on FILE');
  });

  it('keeps a damaged review file apart from an empty one', async () => {
    const path = await write('review.json', '{"format": 1}');
    const { status, out, err } = await runCommand(['marks', 'list', path]);
    expect([status, out]).toEqual([3, '']);
    expect(err).toContain('The key "series" is missing.');
  });
});
