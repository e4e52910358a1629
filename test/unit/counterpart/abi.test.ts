import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Disagreement } from '../../../src/core/counterpart/disagreement.ts';
import { findForeign } from '../../../src/core/counterpart/pair/findFunction.ts';
import { findType } from '../../../src/core/counterpart/pair/findType.ts';
import type { AbiCase } from '../../abi/case.ts';
import { ABI_CASES } from '../../abi/cases/all.ts';
import { sourceHash, type Verdicts } from '../../abi/verdicts.ts';
import { textScope } from './textScope.ts';

// Written by `npm run abi` with a C and a Rust compiler; here only our answers are held against it.
const verdicts = JSON.parse(
  readFileSync(new URL('../../abi/verdicts.json', import.meta.url), 'utf8'),
) as Verdicts;

function rustText({ kind, rustTypes = '' }: AbiCase, rust: string): string {
  const head = `use std::ffi::*;\nuse std::ptr::NonNull;\n${rustTypes}\n`;
  if (kind === 'imported') return `${head}unsafe extern "C" {\n    ${rust}\n}\n`;
  return kind === 'exported' ? `${head}#[no_mangle]\n${rust} {}\n` : `${head}${rust}\n`;
}

async function disagreements(entry: AbiCase, rust: string): Promise<readonly Disagreement[]> {
  const scope = textScope({
    'fan.h': `${entry.cTypes ?? ''}\n${entry.c};\n`,
    'fan.rs': rustText(entry, rust),
  });
  const declared = scope.file('fan.rs').declarations;
  if (entry.kind === 'imported' || entry.kind === 'exported') {
    const side = declared.find((each) => each.kind === 'function' && each.symbol === entry.name);
    if (side?.kind !== 'function') throw new Error(`${entry.name} is not read: ${rust}`);
    const finding = await findForeign(side, scope);
    expect(finding.status).toBe('found');
    return finding.disagreements;
  }
  const name = /(?:struct|union|enum) (\w+)/.exec(rust)?.[1] ?? '';
  const finding = await findType(name, 'fan.rs', scope);
  expect(finding.status).toBe('found');
  return finding.disagreements;
}

test('the bed is as large as it should be, and every verdict is about these sources', () => {
  expect(ABI_CASES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ABI_CASES.map(({ name }) => name)).size).toBe(ABI_CASES.length);
  for (const entry of ABI_CASES) {
    expect(entry.seeds.length).toBeGreaterThanOrEqual(3);
    expect(verdicts[entry.name]?.['sources'], `${entry.name}: run npm run abi`).toBe(sourceHash(entry));
  }
});

describe.each(ABI_CASES)('$name', (entry) => {
  test('the correct side is quiet, and compilers agree', async () => {
    expect(verdicts[entry.name]?.['correct']).toBe('same');
    expect(await disagreements(entry, entry.rust)).toEqual([]);
  });

  test.each(entry.seeds.map((seed, at) => ({ ...seed, at })))(
    'seed $at: $kind',
    async ({ kind, rust, at }) => {
      expect(verdicts[entry.name]?.[`seed ${at + 1}`]).not.toBe('same');
      const found = await disagreements(entry, rust);
      expect(found.map((each) => each.kind)).toContain(kind);
      for (const { question, c, rust: side } of found) {
        expect(question).toMatch(/\?$/);
        expect(c?.text).not.toBe('');
        expect(side.text).not.toBe('');
      }
    },
  );
});
