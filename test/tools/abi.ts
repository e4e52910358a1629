// Proves with cc and rustc that the seeded disagreements of test/abi differ at run time and that the correct sides do not;
// the verdicts are written beside the sources, so that the tests need no compiler. `npm run abi`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AbiCase } from '../abi/case.ts';
import { ABI_CASES } from '../abi/cases/all.ts';
import { sourceHash, type Verdicts } from '../abi/verdicts.ts';
import { generateC } from './abi/generateC.ts';
import { mainRust, type Variant } from './abi/generateRust.ts';

const root = process.cwd();
const bed = join(root, 'test/abi');

void main();

async function main(): Promise<void> {
  const variants = numbered(ABI_CASES);
  const folder = await mkdtemp(join(tmpdir(), 'abi-'));
  try {
    const program = await build(folder, variants);
    const verdicts = judge(program, variants);
    await writeFile(join(bed, 'verdicts.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
    report(verdicts);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function numbered(cases: readonly AbiCase[]): readonly Variant[] {
  let id = 0;
  return cases.flatMap((test) =>
    [
      { label: 'correct', rust: test.rust },
      ...test.seeds.map(({ rust }, at) => ({ label: `seed ${at + 1}`, rust })),
    ].map((each) => ({ id: id++, test, ...each })),
  );
}

async function build(folder: string, variants: readonly Variant[]): Promise<string> {
  const harness = join(bed, 'harness');
  await mkdir(join(folder, 'c'));
  const objects = [compile(join(harness, 'harness.c'), join(folder, 'harness.o'), harness)];
  for (const test of ABI_CASES) {
    const ids = variants.filter((variant) => variant.test === test).map(({ id }) => id);
    const source = join(folder, 'c', `${test.name}.c`);
    await writeFile(source, generateC(test, ids));
    objects.push(compile(source, join(folder, 'c', `${test.name}.o`), harness));
  }
  const main_ = join(folder, 'main.rs');
  await writeFile(main_, mainRust(await readFile(join(harness, 'harness.rs'), 'utf8'), variants));
  const program = join(folder, 'abi');
  const link = objects.flatMap((object) => ['-C', `link-arg=${object}`]);
  const flags = ['--edition', '2021', '-C', 'debug-assertions=off', '-A', 'warnings'];
  execFileSync('rustc', [...flags, ...link, '-o', program, main_], { stdio: 'inherit' });
  return program;
}

function compile(source: string, object: string, include: string): string {
  execFileSync('cc', ['-std=gnu11', '-O0', '-w', `-I${include}`, '-c', '-o', object, source], {
    stdio: 'inherit',
  });
  return object;
}

/** Runs every variant in a process of its own: a wrong one may crash. */
function judge(program: string, variants: readonly Variant[]): Verdicts {
  const verdicts: Record<string, Record<string, string>> = {};
  for (const { id, test, label } of variants) {
    const { status, signal, stdout } = spawnSync(program, [String(id)], { encoding: 'utf8' });
    const [c = '', rust = ''] = stdout.split('\n');
    const says =
      status !== 0
        ? `crash (${signal ?? `exit ${status ?? '?'}`})`
        : c === rust
          ? 'same'
          : `C ${c} Rust ${rust}`;
    const entry = (verdicts[test.name] ??= { sources: sourceHash(test) });
    entry[label] = says;
  }
  return verdicts;
}

function report(verdicts: Verdicts): void {
  let bad = 0;
  let seeds = 0;
  for (const [name, entry] of Object.entries(verdicts))
    for (const [label, says] of Object.entries(entry)) {
      if (label === 'sources') continue;
      if (label !== 'correct') seeds++;
      if ((label === 'correct') === (says === 'same')) continue;
      bad++;
      console.log(`${name}, ${label}: ${says}`);
    }
  console.log(`${Object.keys(verdicts).length} cases, ${seeds} seeded sides, ${bad} without proof`);
  process.exitCode = bad === 0 ? 0 : 1;
}
