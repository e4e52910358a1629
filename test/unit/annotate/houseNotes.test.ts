import { describe, expect, it } from 'vitest';
import { houseNotes } from '../../../src/core/annotate/profile/houseNotes.ts';
import type { HouseExpectation } from '../../../src/core/catalog/houseRule.ts';
import type { Profile } from '../../../src/core/catalog/profile.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { testAssets } from '../assets.ts';
import { file, hunk, patch, series } from '../review/sample.ts';

const { profiles } = await loadCatalog(testAssets());
const [generic] = profiles;
if (!generic) throw new Error('no profiles');

function notes(given: Series, expects: HouseExpectation, when: readonly string[] = []): readonly object[] {
  const rule = { id: 'r', text: 'As told.', url: null, when, expects };
  const profile: Profile = { ...generic, houseRules: [rule] } as Profile;
  return houseNotes(given, profile).map(({ patches, missing }) => ({ patches, missing }));
}

const rust = file('rust/fan.rs', [hunk(1, ['+x'])]);
const readme = file('README', [hunk(1, ['+x'])]);
const added = (path: string, ...lines: readonly string[]) =>
  file(path, [hunk(1, lines)], { kind: 'added', oldPath: null });

describe('a recipient', () => {
  const expects = { kind: 'recipient', address: 'rust@lists.example.org' } as const;

  it('is missing only where a patch that the rule speaks of is in the series', () => {
    expect(notes(series([patch(1, [rust])]), expects, ['rust/**'])).toEqual([{ patches: [], missing: [] }]);
    expect(notes(series([patch(1, [readme])]), expects, ['rust/**'])).toEqual([]);
    const sent = series([patch(1, [rust])], { recipients: ['rust@lists.example.org'] });
    expect(notes(sent, expects, ['rust/**'])).toEqual([]);
  });

  it('is told of for commits, and not for changes that are not committed', () => {
    const commit = { envelope: undefined, commit: 'abc' };
    expect(notes(series([patch(1, [rust], commit)]), expects)).toHaveLength(1);
    const bare = { envelope: undefined, commit: undefined };
    expect(notes(series([patch(1, [rust], bare)]), expects)).toEqual([]);
  });
});

it('asks for a trailer of each patch, whatever its capitals', () => {
  const signed = {
    message: { subject: '', body: [], notes: [], trailers: [{ key: 'signed-OFF-by', value: 'A' }] },
  };
  const bare = { message: { subject: '', body: [], notes: [], trailers: [] } };
  const given = series([patch(1, [rust], signed), patch(2, [rust], bare)]);
  expect(notes(given, { kind: 'trailer', trailer: 'Signed-off-by' })).toEqual([
    { patches: [2], missing: [] },
  ]);
});

it('asks for a cover letter of a mailed series of several patches', () => {
  const two = [patch(1, [rust]), patch(2, [rust])];
  const expects = { kind: 'cover-letter' } as const;
  expect(notes(series(two, { total: 2, cover: undefined }), expects)).toHaveLength(1);
  expect(notes(series(two.slice(0, 1), { total: 1, cover: undefined }), expects)).toEqual([]);
  const commits = two.map((each) => ({ ...each, envelope: undefined, commit: 'abc' }));
  expect(notes(series(commits, { total: 2, cover: undefined }), expects)).toEqual([]);
});

it('asks for a line in new files of Rust and C alone', () => {
  const files = [
    added('rust/a.rs', '+// SPDX-License-Identifier: MIT', '+x'),
    added('rust/b.rs', '+x'),
    added('README.md', '+x'),
    rust,
  ];
  expect(
    notes(series([patch(3, files)]), { kind: 'new-file-line', text: 'SPDX-License-Identifier:' }),
  ).toEqual([{ patches: [3], missing: ['rust/b.rs'] }]);
});

it('names the globs that nothing in the whole series touches', () => {
  const wrap = patch(1, [added('subprojects/syn-2-rs.wrap', '+x')]);
  const lock = patch(2, [file('rust/Cargo.lock', [hunk(1, ['+x'])])]);
  const expects = { kind: 'touches', globs: ['rust/Cargo.lock', 'scripts/make-release'] } as const;
  expect(notes(series([wrap, lock]), expects, ['subprojects/*-rs.wrap'])).toEqual([
    { patches: [1], missing: ['scripts/make-release'] },
  ]);
});
