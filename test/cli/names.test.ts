import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, runCommand } from './builtCommand.ts';

let folder: string;

beforeAll(async () => {
  buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'interop-names-'));
  await mkdir(join(folder, 'rust'));
  await writeFile(join(folder, 'fan.h'), 'void fan_set_speed(Fan *f, int rpm);\nvoid fan_stop(Fan *f);\n');
  await writeFile(
    join(folder, 'rust/lib.rs'),
    `impl Fan {
    pub fn set_speed(&self, rpm: i32) {
        unsafe { bindings::fan_set_speed(self.0, rpm) }
    }
}
fn shut_down(f: &Fan) {
    unsafe { bindings::fan_set_speed(f.0, 0) };
    unsafe { bindings::fan_stop(f.0) }
}
`,
  );
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

const names = (...args: readonly string[]) => runCommand(['names', ...args, '--repo', folder]);

describe('interop-review names', () => {
  it('lists what C functions are in Rust, where, and why that is thought', async () => {
    const { status, out, err } = await names();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`fan_set_speed  (fan.h:1)
  rust::Fan::set_speed  (rust/lib.rs:2)
    calls it and is named after it
fan_stop  (fan.h:2)
  rust::shut_down  (rust/lib.rs:6)
    merely calls it
2 entries
`);
    expect((await names('--all')).out).toContain('3 entries');
  });

  it('looks one name up from either side', async () => {
    expect((await names('fan_set_speed')).out).toContain('rust::Fan::set_speed');
    expect((await names('Fan::set_speed')).out).toContain('fan_set_speed');
    expect((await names('no_such')).status).toBe(1);
  });

  it('writes JSON and Markdown', async () => {
    const json = await names('fan_stop', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      format: 1,
      names: [{ c: 'fan_stop', rustPlace: { path: 'rust/lib.rs', line: 6 } }],
      problems: [],
    });
    expect((await names('fan_stop', '--format', 'markdown')).out).toContain(
      '| `fan_stop` | `rust::shut_down` | rust/lib.rs:6 | merely calls it |',
    );
  });

  it('says what it does not understand', async () => {
    expect((await names('a', 'b')).status).toBe(2);
    expect((await names('--format', 'pdf')).status).toBe(2);
  });
});
