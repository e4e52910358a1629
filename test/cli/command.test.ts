import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, runCommand } from './builtCommand.ts';

const golden = join(import.meta.dirname, '../golden');
const FAN = join(golden, 'fan-series/series.mbox');
const PLAIN = join(golden, 'plain-change/series.mbox');
const DAMAGED = join(golden, 'damaged-mail/series.mbox');

/** The part of a JSON report that these tests look at. */
interface Report {
  readonly format: number;
  readonly series: { readonly subject: string; readonly patches: number };
  readonly patches: readonly {
    readonly files: readonly {
      readonly image: string;
      readonly annotations: readonly { pattern: string }[];
    }[];
  }[];
  readonly problems: readonly { readonly code: string; readonly at: string }[];
}
const reportOf = (out: string): Report => JSON.parse(out) as Report;
const patternsOf = (report: Report): readonly string[] =>
  report.patches.flatMap(({ files }) =>
    files.flatMap(({ annotations }) => annotations.map(({ pattern }) => pattern)),
  );

let folder: string;
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    encoding: 'utf8',
  });

beforeAll(async () => {
  buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'interop-cli-'));
  git('init', '-q', '-b', 'main');
  await writeFile(join(folder, 'lib.rs'), 'fn safe() {}\n');
  git('add', '.');
  git('commit', '-q', '-m', 'start');
  await appendFile(join(folder, 'lib.rs'), 'fn one(p: *const u8) -> u8 { unsafe { *p } }\n');
  git('commit', '-q', '-a', '-m', 'add one');
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('exit status', () => {
  it.each([
    ['0 when nothing asks for a look', PLAIN, 0],
    ['1 when something does', FAN, 1],
    ['3 when something could not be read', DAMAGED, 3],
    ['3 when there is no such file', 'no/such/file', 3],
  ])('is %s', async (_, path, status) => {
    expect((await runCommand(['check', path])).status).toBe(status);
  });

  it.each([
    [[]],
    [['chekc', FAN]],
    [['check']],
    [['check', '--frob', FAN]],
    [['check', '--format', 'xml', FAN]],
    [['check', '--color', 'maybe', FAN]],
    [['check', '--fail-on', 'note', FAN]],
    [['check', '--profile', 'nobody', FAN]],
    [['check', '--git', 'a..b', FAN]],
    [['check', '--staged', '--unstaged']],
    [['check', '-', '-']],
  ])('is 2, with a reason and nothing else, for %j', async (args) => {
    const { status, out, err } = await runCommand(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^interop-review: \S/);
  });

  it('depends on --fail-on, but never hides that something could not be read', async () => {
    const status = async (level: string, path: string): Promise<number | null> =>
      (await runCommand(['check', '--fail-on', level, path])).status;
    expect([await status('look-first', FAN), await status('never', FAN)]).toEqual([1, 0]);
    expect(await status('never', DAMAGED)).toBe(3);
  });

  it('is 3 when one of several files cannot be read, and the others are', async () => {
    const { status, out } = await runCommand(['check', '--format', 'json', PLAIN, 'no/such/file']);
    expect(status).toBe(3);
    expect(reportOf(out).series.patches).toBe(1);
    expect(reportOf(out).problems).toContainEqual({
      code: 'unreadable-input',
      message: 'There is no such file.',
      at: 'no/such/file',
    });
  });

  it('is 3, with an empty report for programs, when there is no patch at all', async () => {
    const { status, out, err } = await runCommand(['check', '--format', 'json', '-'], { input: 'hello\n' });
    expect(status).toBe(3);
    expect(reportOf(out)).toMatchObject({ format: 1, patches: [], problems: [{ code: 'no-patch-found' }] });
    expect(err).toContain('standard input');
  });
});

describe('input', () => {
  it('comes from standard input as from a file', async () => {
    const fromFile = await runCommand(['check', FAN]);
    expect(await runCommand(['check', '-'], { input: await readFile(FAN) })).toEqual(fromFile);
  });

  it('comes from a git range, with whole images', async () => {
    const { status, out } = await runCommand(['check', '--git', 'HEAD~1..HEAD', '--format', 'json'], {
      cwd: folder,
    });
    const report = reportOf(out);
    expect(status).toBe(1);
    expect(report.problems).toEqual([]);
    expect(report.patches[0]?.files[0]?.image).toBe('whole');
    expect(patternsOf(report)).toContain('unsafe-block');
    const named = await runCommand(['check', '--git', 'HEAD^!', '--format', 'json', '--repo', folder]);
    expect(named.out).toBe(out);
  });

  it('comes from mails with whole images when a repository has the blobs', async () => {
    const mail = git('format-patch', '--stdout', '-1');
    const alone = await runCommand(['check', '--format', 'json', '-'], { input: mail });
    expect(reportOf(alone.out).patches[0]?.files[0]?.image).toBe('hunks');
    const withBlobs = await runCommand(['check', '--format', 'json', '--repo', folder, '-'], { input: mail });
    expect(reportOf(withBlobs.out).patches[0]?.files[0]?.image).toBe('whole');
  });

  it('comes from the index or the work tree', async () => {
    await appendFile(join(folder, 'lib.rs'), 'unsafe fn two() {}\n');
    git('add', '.');
    await appendFile(join(folder, 'lib.rs'), 'unsafe impl Send for Three {}\nstruct Three(*mut u8);\n');
    const patternsIn = async (kind: string): Promise<readonly string[]> =>
      patternsOf(reportOf((await runCommand(['check', kind, '--format', 'json'], { cwd: folder })).out));
    const [staged, unstaged] = [await patternsIn('--staged'), await patternsIn('--unstaged')];
    git('reset', '-q', '--hard');
    expect(staged).toContain('unsafe-fn');
    expect(staged).not.toContain('send-sync-impl');
    expect(unstaged).toContain('send-sync-impl');
    expect(unstaged).not.toContain('unsafe-fn');
  });

  it('from no repository says so and ends with 3', async () => {
    const nowhere = await mkdtemp(join(tmpdir(), 'interop-none-'));
    const { status, out, err } = await runCommand(['check', '--staged'], { cwd: nowhere });
    await rm(nowhere, { recursive: true });
    expect([status, out]).toEqual([3, '']);
    expect(err).toContain('This is not a git repository.');
  });

  it('never takes a range for an option of git', async () => {
    const { status, err } = await runCommand(['check', '--git=--output=x..y'], { cwd: folder });
    expect(status).toBe(3);
    expect(err).toContain('A git range cannot begin with "-".');
  });
});

describe('the other side', () => {
  it('is in the JSON report when asked for, from the series and the repository', async () => {
    const example = 'media/example/fan-v2.mbox';
    const { out } = await runCommand(['check', '--format', 'json', '--counterparts', example]);
    const found = (JSON.parse(out) as { patches: { files: { annotations: object[] }[] }[] }).patches
      .flatMap(({ files }) => files)
      .flatMap(({ annotations }) => annotations);
    expect(found).toContainEqual(
      expect.objectContaining({
        pattern: 'exported-symbol',
        counterpart: expect.objectContaining({ status: expect.any(String) as string }) as object,
      }),
    );
    expect(out).toContain('"foundIn": "series"');
    expect((await runCommand(['check', '--counterparts', '--format', 'markdown', example])).status).toBe(2);
  });
});

describe('a twin in the other language', () => {
  it('that a series leaves as it is is named, in text and JSON', async () => {
    const twin = join(folder, 'rust/hw/misc/fan/src/device.rs');
    await mkdir(dirname(twin), { recursive: true });
    await mkdir(join(folder, 'hw/misc'), { recursive: true });
    await writeFile(twin, 'pub struct Fan;\n');
    await writeFile(join(folder, 'hw/misc/fan.c'), 'int fan;\n');
    git('add', '.');
    const before = git('rev-parse', 'HEAD').trim();
    git('commit', '-q', '-m', 'fan: add both');
    await appendFile(join(folder, 'hw/misc/fan.c'), 'int speed;\n');
    git('commit', '-q', '-a', '-m', 'fan: change C');
    const text = await runCommand(['check', '--git', 'HEAD^!'], { cwd: folder });
    const json = await runCommand(['check', '--git', 'HEAD^!', '--format', 'json'], { cwd: folder });
    const both = await runCommand(['check', '--git', `${before}..HEAD`], { cwd: folder });
    git('reset', '-q', '--hard', before);
    expect(text.out).toContain('hw/misc/fan.c: its twin rust/hw/misc/fan/src/device.rs is left as it is');
    expect(JSON.parse(json.out)).toMatchObject({
      oneSided: [{ path: 'hw/misc/fan.c', twin: 'rust/hw/misc/fan/src/device.rs' }],
    });
    expect(both.out).not.toContain('its twin');
  });
});

describe('output', () => {
  it('explains itself', async () => {
    const { status, out } = await runCommand(['--help']);
    expect(status).toBe(0);
    for (const option of [
      '--git',
      '--staged',
      '--unstaged',
      '--repo',
      '--format',
      '--profile',
      '--color',
      '--notes',
      '--fail-on',
    ])
      expect(out).toContain(option);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    const version = await runCommand(['--version']);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['text', /^1\/2 hw\/fan: let others set the duty\n/],
    ['markdown', /^# Review of hw\/fan: port to Rust \(v2\)\n/],
    ['json', /^\{\n {2}"format": 1,\n/],
    ['lines', /^\S+:\d+:\d+: \[check\] /],
    ['github', /^::notice file=\S+,line=\d+,endLine=\d+,title=/],
    ['sarif', /^\{\n.*\n {2}"version": "2\.1\.0",\n/],
    ['b4', /^\[\n {2}\{\n {4}"tool": "interop-review",\n {4}"status": "warn",\n/],
  ])('is %s', async (format, start) => {
    expect((await runCommand(['check', '--format', format, FAN])).out).toMatch(start);
  });

  it.each([
    ['lines', ''],
    ['github', '::error title=Interop Review%3A no-patch-found::standard input'],
    ['sarif', '"executionSuccessful": false'],
    ['b4', '"status": "fail"'],
  ])('in %s says that there was no patch', async (format, said) => {
    const { status, out, err } = await runCommand(['check', '--format', format, '-'], { input: 'hello\n' });
    expect([status, err.includes('standard input')]).toEqual([3, true]);
    expect(out).toContain(said);
  });

  it('in lines is nothing at all, on both outputs, when nothing asks for a look', async () => {
    expect(await runCommand(['check', '--format', 'lines', PLAIN])).toEqual({ status: 0, out: '', err: '' });
  });

  it.each(['text', 'markdown'])('counts notes in %s, and lists them when asked to', async (format) => {
    const [quiet, full] = await Promise.all([
      runCommand(['check', '--format', format, FAN]),
      runCommand(['check', '--format', format, '--notes', FAN]),
    ]);
    expect(quiet.out).toMatch(/\d notes? not listed/);
    expect(full.out).not.toMatch(/\d notes? not listed/);
    expect(full.out.split('\n').length).toBeGreaterThan(quiet.out.split('\n').length);
  });

  it('has colour only when asked for, as it is no terminal here', async () => {
    const escape = '\u001b[';
    expect((await runCommand(['check', FAN])).out).not.toContain(escape);
    expect((await runCommand(['check', '--color', 'never', FAN])).out).not.toContain(escape);
    expect((await runCommand(['check', '--color', 'always', FAN])).out).toContain(escape);
  });

  it('writes escape sequences of a patch out instead of passing them on', async () => {
    const input = (await readFile(FAN, 'utf8')).replaceAll('include/fan.h', 'include/\u001b[31mfan.h');
    const { out, err } = await runCommand(['check', '-'], { input });
    expect(out + err).not.toContain('\u001b');
  });

  it('may be read only in part', async () => {
    const count = 2000;
    const added = Array.from({ length: count }, (_, index) => `+pub unsafe fn f${index}() {}\n`).join('');
    const input = `--- /dev/null\n+++ b/lib.rs\n@@ -0,0 +1,${count} @@\n${added}`;
    const whole = await runCommand(['check', '--format', 'json', '-'], { input });
    expect(whole.out.length).toBeGreaterThan(500_000);
    const { status, out, err } = await runCommand(['check', '--format', 'json', '-'], {
      input,
      stopReading: true,
    });
    expect(out.length).toBeLessThan(whole.out.length);
    expect([status, err]).toEqual([1, '']);
  });
});
