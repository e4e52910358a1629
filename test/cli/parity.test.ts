import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, runCommand } from './builtCommand.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'interop-parity-'));
  await writeFile(
    at('fan.c'),
    'static const Property p[] = { DEFINE_PROP_UINT8("blades", Fan, blades, BLADES), };\n',
  );
  await writeFile(at('fan.h'), '#define BLADES 3\n');
  await writeFile(at('same.rs'), 'struct Fan {\n    #[property(default = 3)]\n    blades: u8,\n}\n');
  await writeFile(at('other.rs'), 'struct Fan {\n    #[property(default = 4)]\n    blades: u8,\n}\n');
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

describe('interop-review parity', () => {
  it('ends with 0 when all is the same, with 1 when something differs', async () => {
    const same = await runCommand(['parity', at('fan.c'), at('fan.h'), at('same.rs')]);
    expect(same).toMatchObject({ status: 0, err: '' });
    expect(same.out).toContain('1 fact: 1 the same');
    const other = await runCommand(['parity', at('fan.c'), at('fan.h'), at('other.rs')]);
    expect(other.status).toBe(1);
    expect(other.out).toContain('property blades: differs');
  });

  it('finds in --repo what the files do not declare', async () => {
    const args = ['parity', at('fan.c'), at('same.rs')];
    expect((await runCommand(args)).out).toContain('property blades: cannot be told');
    expect((await runCommand([...args, '--repo', folder])).status).toBe(0);
  });

  it('finds the other side by the rules for directories, and takes directories', async () => {
    const [port, device] = ['tree/rust/hw/fan/src', 'tree/hw'].map(at);
    await mkdir(port ?? '', { recursive: true });
    await mkdir(device ?? '', { recursive: true });
    await writeFile(at('tree/hw/fan.c'), await readFile(at('fan.c'), 'utf8'));
    await writeFile(at('tree/hw/fan.h'), await readFile(at('fan.h'), 'utf8'));
    await writeFile(at('tree/rust/hw/fan/src/device.rs'), await readFile(at('other.rs'), 'utf8'));
    const one = await runCommand(['parity', at('tree/hw/fan.c'), '--repo', at('tree')]);
    expect(one.out).toContain('property blades: differs');
    const directory = await runCommand(['parity', at('tree/hw'), at('tree/rust')]);
    expect(directory.out).toBe(one.out);
    const here = await runCommand(['parity', 'fan.c', '--repo', at('tree')], { cwd: at('tree/hw') });
    expect(here.out).toContain('(../rust/hw/fan/src/device.rs:');
    const alone = await runCommand(['parity', at('fan.c'), '--repo', folder]);
    expect(alone).toMatchObject({ status: 3 });
    expect(alone.err).toContain('No Rust file was given.');
  });

  it('writes JSON', async () => {
    const { out } = await runCommand([
      'parity',
      at('fan.c'),
      at('fan.h'),
      at('other.rs'),
      '--format',
      'json',
    ]);
    const { rows } = JSON.parse(out) as {
      rows: readonly { item: string; verdict: string; weight: string }[];
    };
    expect(rows).toMatchObject([{ item: 'property blades', verdict: 'differs', weight: 'break' }]);
  });

  it('says what it could not read, and what it does not understand', async () => {
    const missing = await runCommand(['parity', at('fan.c'), at('gone.rs')]);
    expect(missing.status).toBe(3);
    expect(missing.err).toContain('gone.rs');
    expect((await runCommand(['parity'])).status).toBe(2);
    expect((await runCommand(['parity', '--no-such'])).status).toBe(2);
  });
});
