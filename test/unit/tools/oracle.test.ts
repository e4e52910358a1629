import { describe, expect, it } from 'vitest';
import { type Agreement, compareFile } from '../../tools/oracle/agreement.ts';
import { holds } from '../../tools/oracle/crates/configuration.ts';
import { leftOut } from '../../tools/oracle/crates/leftOut.ts';
import { readMessages } from '../../tools/oracle/crates/readMessages.ts';
import { type CargoPackage, standalone } from '../../tools/oracle/crates/standalone.ts';
import { fileFacts } from '../../tools/oracle/fileFacts.ts';
import type { Sample } from '../../tools/oracle/sample.ts';
import { readPrinted } from '../../tools/oracle/suite/readPrinted.ts';
import { annotations, engine } from '../annotate/analyzed.ts';

function cargoPackage(name: string, more: Partial<CargoPackage> = {}): CargoPackage {
  const targets = [{ kind: ['lib'], name, src_path: `/src/${name}/lib.rs` }];
  return { name, version: '1.0.0', edition: '2021', features: {}, dependencies: [], targets, ...more };
}

function dependency(name: string, more: Partial<CargoPackage['dependencies'][number]> = {}) {
  return {
    ...{ name, rename: null, kind: null, optional: false, uses_default_features: true },
    ...{ features: [], target: null, ...more },
  };
}

describe('a manifest that needs no registry', () => {
  const known = new Map([
    ['pump', { folder: '/pump', cargoPackage: cargoPackage('pump', { features: { std: [] } }) }],
  ]);
  const manifestOf = (one: CargoPackage): string => {
    const answer = standalone(one, known);
    return 'manifest' in answer ? answer.manifest : answer.refused;
  };

  it('keeps features and leaves out those of optional dependencies', () => {
    const features = {
      default: ['std', 'serde'],
      std: ['pump/std', 'serde?/std'],
      serde: ['dep:serde'],
    };
    const manifest = manifestOf(
      cargoPackage('fan', {
        features,
        dependencies: [dependency('pump'), dependency('serde', { optional: true })],
      }),
    );
    expect(manifest).toContain('"default" = ["std"]\n"std" = ["pump/std"]\n');
    expect(manifest).not.toContain('serde');
    expect(manifest).toContain('[dependencies."pump"]\npackage = "pump"\npath = "/pump"');
  });

  it('does not look at what tests need, nor at other targets', () => {
    const manifest = manifestOf(
      cargoPackage('fan', {
        dependencies: [dependency('quick', { kind: 'dev' }), dependency('win', { target: 'cfg(windows)' })],
      }),
    );
    expect(manifest).toContain('build = false');
    expect(manifest).not.toMatch(/quick|win/);
  });

  it.each([
    ['what it needs is not there', cargoPackage('fan', { dependencies: [dependency('libc')] }), /libc/],
    [
      'it would be run',
      cargoPackage('fan', { targets: [{ kind: ['proc-macro'], name: 'fan', src_path: '/fan.rs' }] }),
      /run/,
    ],
    [
      'it is a program',
      cargoPackage('fan', { targets: [{ kind: ['bin'], name: 'fan', src_path: '/main.rs' }] }),
      /no library/,
    ],
  ])('cannot be made when %s', (_, one, reason) => {
    expect(standalone(one, known)).toEqual({ refused: expect.stringMatching(reason) as string });
  });
});

it("reads cargo's messages about one library", () => {
  const message = (target: string, lint: string, line: number): string =>
    JSON.stringify({
      reason: 'compiler-message',
      target: { name: target },
      message: {
        ...{ level: 'warning', message: 'unsafe', code: { code: lint } },
        spans: [
          { file_name: 'other.rs', line_start: 1, line_end: 1, is_primary: false },
          { file_name: 'src/lib.rs', line_start: line, line_end: line + 1, is_primary: true },
        ],
      },
    });
  const output = [
    message('fan', 'clippy::missing_safety_doc', 7),
    message('pump', 'unsafe_code', 8),
    JSON.stringify({
      ...{ reason: 'compiler-artifact', target: { name: 'fan' }, features: ['std'] },
      filenames: ['/t/libfan-1.rmeta'],
    }),
    JSON.stringify({ reason: 'build-finished', success: true }),
  ];
  expect(readMessages(output.join('\n'), 'fan')).toEqual({
    findings: [{ lint: 'missing_safety_doc', path: 'src/lib.rs', line: 7 }],
    features: ['std'],
    artifact: '/t/libfan-1.rmeta',
    complete: true,
    errors: [],
  });
});

it('reads what a compiler printed', () => {
  const printed = `error: unsafe block missing a safety comment
  --> tests/ui/fan.rs:3:5
   |
   = note: \`-D clippy::undocumented-unsafe-blocks\` implied by \`-D warnings\`

error: unsafe block missing a safety comment
  --> tests/ui/fan.rs:9:5

error: aborting due to 2 previous errors
`;
  const lint = 'undocumented_unsafe_blocks';
  expect(readPrinted(printed, 'fan.rs')).toEqual([
    { lint, line: 3 },
    { lint, line: 9 },
  ]);
});

describe('a configuration', () => {
  const configuration = new Set(['unix', 'feature="std"', 'target_os="linux"']);

  it.each([
    ['unix', true],
    ['windows', false],
    ['feature = "std"', true],
    ['all(unix, not(feature = "alloc"),)', true],
    ['any(windows, target_os = "macos")', false],
    ['not(any(windows, target_os = "linux"))', false],
    ['any(windows, // not(unix)\n unix, /* false */)', true],
    ['all()', true],
    ['false', false],
  ])('answers %s with %s', (condition, answer) => {
    expect(holds(condition, configuration)).toBe(answer);
  });

  it('leaves out items, statements, arms, modules and tests', () => {
    const text = `#[cfg(windows)]
#[inline]
fn a() {
}
fn b() {
    #[cfg(not(unix))]
    f();
    match c {
        #[cfg(windows)]
        1 => 2,
        _ => 3,
    }
}
mod d {
    #![cfg(windows)]
}
#[test]
fn e() {}
#[cfg(unix)]
fn g() {}
`;
    const lines = [...leftOut(engine, text, configuration)].sort((one, other) => one - other);
    expect(lines).toEqual([3, 4, 7, 9, 10, 14, 15, 16, 18]);
  });
});

describe('agreement', () => {
  const lint = 'undocumented_unsafe_blocks';

  async function compared(text: string, findings: readonly number[]): Promise<Agreement | undefined> {
    const agreements = new Map<string, Agreement>();
    const sample: Sample = {
      ...{ name: 'fan', files: new Map([['lib.rs', text]]), lints: new Set([lint]) },
      findings: findings.map((line) => ({ lint, path: 'lib.rs', line })),
      isLeftOut: (_, line) => line === 1,
    };
    compareFile(agreements, sample, 'lib.rs', await annotations('', text), fileFacts(engine, text));
    return agreements.get(lint);
  }

  it('is counted by line, and what a lint cannot see is set apart', async () => {
    const text = `fn a() { unsafe { left_out() } }
fn b() { unsafe { both() } }
fn c() { unsafe { ours() } }
fn d() { safe() }
macro_rules! m { () => { unsafe { never_called() } } }
unsafe impl<T>
    Plain for Fan<T> {}
`;
    const agreement = await compared(text, [2, 4, 6]);
    expect(agreement?.plain).toEqual({
      both: 2,
      onlyOurs: ['fan lib.rs:3 fn c() { unsafe { ours() } }'],
      onlyLint: ['fan lib.rs:4 fn d() { safe() }'],
    });
    expect([...(agreement?.apart ?? [])].map(([reason, { onlyOurs }]) => [reason, onlyOurs.length])).toEqual([
      ['the configuration leaves the code out', 1],
      ['in the tokens of a macro', 1],
    ]);
  });
});
