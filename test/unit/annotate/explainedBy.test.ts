import { describe, expect, it } from 'vitest';
import { annotations, one } from './analyzed.ts';

/** A Rust function with some lines in it. */
function fn(...lines: readonly string[]): string {
  return [
    'impl Fan {',
    '    fn status(&self) -> u32 {',
    ...lines.map((line) => `        ${line}`),
    '    }',
    '}',
    '',
  ].join('\n');
}

const BLOCK = 'unsafe { dev_status(self.raw) }';

async function ofBlock(before: string, after: string, image: 'whole' | 'hunks' = 'whole') {
  const { facets, question } = one(await annotations(before, after, { image }), 'unsafe-block');
  return { ...facets, question };
}

describe('a SAFETY comment', () => {
  it.each([
    ['above', ['// SAFETY: `raw` is open until drop.', BLOCK]],
    ['above the statement', ['// SAFETY: `raw` is open.', `let status =`, `    ${BLOCK};`, 'status']],
    ['above attributes', ['// SAFETY: `raw` is open.', '#[allow(unused)]', BLOCK]],
    ['behind code', [`let status = // SAFETY: raw is open.`, `    ${BLOCK};`, 'status']],
    ['first in the block', ['unsafe {', '    // SAFETY: `raw` is open.', '    dev_status(self.raw)', '}']],
    ['in any case', ['// Safety: `raw` is open.', BLOCK]],
    ['in a block comment', ['/* SAFETY: `raw` is open. */', BLOCK]],
  ])('counts %s', async (_, lines) => {
    const { explainedBy, explanation } = await ofBlock(fn('0'), fn(...lines));
    expect(explainedBy).toBe('safety-comment');
    expect(explanation).toContain('open');
  });

  it.each([
    ['without a colon', ['// SAFETY `raw` is open.', BLOCK]],
    ['behind other code', ['// SAFETY: `raw` is open.', 'self.tick();', BLOCK]],
    ['that is no comment', ['let s = "// SAFETY: no";', BLOCK]],
  ])('does not count %s', async (_, lines) => {
    expect((await ofBlock(fn('0'), fn(...lines))).explainedBy).toBe('none');
  });

  it.each([
    '// SAFETY: TODO',
    '// SAFETY: explain why',
    '// SAFETY: trust me',
    '// SAFETY:',
    '// SAFETY: see above',
  ])('only holds a place: %s', async (comment) => {
    const { explainedBy, question } = await ofBlock(fn('0'), fn(comment, BLOCK));
    expect(explainedBy).toBe('placeholder');
    expect(question).toMatch(/holds the place/);
  });

  it.each(['whole', 'hunks'] as const)(
    'is stale when its code changed and it did not, from %s',
    async (image) => {
      const comment = '// SAFETY: `raw` is open until drop.';
      const before = fn(comment, 'unsafe { dev_status(self.raw) }');
      const after = fn(comment, 'unsafe { dev_close(self.raw) }');
      const { explainedBy, question, origin } = await ofBlock(before, after, image);
      expect({ explainedBy, origin }).toEqual({ explainedBy: 'stale', origin: 'changed' });
      expect(question).toMatch(/explanation did not/);
    },
  );

  it('is stale when code is taken out of its block', async () => {
    const comment = '// SAFETY: `raw` is open until drop.';
    const before = fn(comment, 'unsafe {', '    dev_lock(self.raw);', '    dev_status(self.raw)', '}');
    const after = fn(comment, 'unsafe {', '    dev_status(self.raw)', '}');
    expect((await ofBlock(before, after)).explainedBy).toBe('stale');
  });

  it.each([
    ['layout', 'unsafe {\n            dev_status(self.raw)\n        }'],
    ['a path', 'unsafe { sys::dev_status(self.raw) }'],
  ])('is not stale when only %s changed', async (_, block) => {
    const comment = '// SAFETY: `raw` is open until drop.';
    expect((await ofBlock(fn(comment, BLOCK), fn(comment, block))).explainedBy).toBe('safety-comment');
  });

  it('is not stale when what changed stands beside its block', async () => {
    const comment = '// SAFETY: `raw` is open until drop.';
    const [before, after] = [`read(${BLOCK})`, `read_all(&mut buffer, ${BLOCK})`];
    expect((await ofBlock(fn(comment, before), fn(comment, after))).explainedBy).toBe('safety-comment');
  });

  it('that is taken away leaves an open place on old code', async () => {
    const { explainedBy, origin, question } = await ofBlock(
      fn('// SAFETY: `raw` is open.', BLOCK),
      fn(BLOCK),
    );
    expect({ explainedBy, origin }).toEqual({ explainedBy: 'none', origin: 'pre-existing' });
    expect(question).toMatch(/taken away/);
  });

  it('that is added to old code is seen', async () => {
    const found = one(await annotations(fn(BLOCK), fn('// SAFETY: `raw` is open.', BLOCK)), 'unsafe-block');
    expect(found.facets).toMatchObject({ explainedBy: 'safety-comment', origin: 'pre-existing' });
    expect(found.attention).toBe('note');
  });

  it('is not asked for where the hunk ends before one could be seen', async () => {
    const above = Array.from({ length: 12 }, (_, index) => `    // line ${index} of a long comment`);
    const file = (status: string): string =>
      [
        'fn status() -> u32 {',
        '    // SAFETY: far above',
        ...above,
        '    unsafe { dev_status(',
        `        ${status},`,
        '    ) }',
        '}',
        '',
      ].join('\n');
    const [before, after] = [file('1'), file('2')];
    expect((await ofBlock(before, after, 'hunks')).confidence).toBe('unresolved');
    expect((await ofBlock(before, after, 'whole')).explainedBy).toBe('stale');
  });
});

describe('a # Safety section', () => {
  const doc = ['/// Makes a fan.', '///', '/// # Safety', '///', '/// `p` points to a fan.'];

  it('explains an unsafe function', async () => {
    const found = await annotations('', [...doc, 'pub unsafe fn fan(p: *const Fan) {}', ''].join('\n'));
    expect(one(found, 'unsafe-fn').facets).toMatchObject({
      explainedBy: 'safety-doc',
      explanation: '`p` points to a fan.',
      visibility: 'public',
    });
  });

  it('is found above an attribute of several lines', async () => {
    const attribute = ['#[cfg_attr(', '  feature = "docs",', '  doc = "see ](above)"', ')]'];
    const text = [...doc, ...attribute, '/// Also.', 'pub unsafe fn fan(p: *const Fan) {}', ''].join('\n');
    expect(one(await annotations('', text), 'unsafe-fn').facets.explainedBy).toBe('safety-doc');
  });

  it('is missed on a public function, and the rest of the doc comment is no excuse', async () => {
    const found = await annotations('', '/// Makes a fan.\npub unsafe fn fan(p: *const Fan) {}\n');
    expect(one(found, 'unsafe-fn').facets.explainedBy).toBe('none');
  });

  it('is not owed by a method of a trait, nor by a callback that is safe', async () => {
    const method = 'impl Work for Fan {\n    unsafe fn run(p: *mut Fan) {}\n}\n';
    expect(one(await annotations('', method), 'unsafe-fn').facets.explainedBy).toBeNull();
    const callback = 'extern "C" fn tick(opaque: *mut c_void) {}\n';
    expect(one(await annotations('', callback), 'extern-c-trampoline').facets.explainedBy).toBeNull();
  });

  it('explains an unsafe trait', async () => {
    const found = await annotations('', [...doc, 'pub unsafe trait Raw {}', ''].join('\n'));
    expect(one(found, 'unsafe-impl').facets).toMatchObject({
      explainedBy: 'safety-doc',
      visibility: 'public',
    });
  });

  it('is no placeholder because it begins with a verb', async () => {
    const text = '/// # Safety\n///\n/// Write only while the lock is held.\npub unsafe fn fan() {}\n';
    expect(one(await annotations('', text), 'unsafe-fn').facets.explainedBy).toBe('safety-doc');
  });

  it('is stale when the signature changed and it did not', async () => {
    const before = [...doc, 'pub unsafe fn fan(p: *const Fan) {}', ''].join('\n');
    const after = [...doc, 'pub unsafe fn fan(p: *const Fan, q: *mut Fan) {}', ''].join('\n');
    expect(one(await annotations(before, after), 'unsafe-fn').facets.explainedBy).toBe('stale');
  });
});

it('documentation is not stale when its item changed: it argues nothing', async () => {
  const doc = '/// How fast the fan turns.\n';
  const found = await annotations(
    `${doc}pub fn rpm(&self) -> u32;\n`,
    `${doc}pub fn rpm(&self, at: u64) -> u32;\n`,
  );
  expect(one(found, 'public-api-item').facets.explainedBy).toBe('c-doc');
});

it('what is taken away above documentation is no change of it', async () => {
  const trait = (more: string): string =>
    `pub trait Fan {\n${more}    /// How fast it turns.\n    const RPM: u32;\n}\n`;
  const gone = '    /// How loud it is.\n    const NOISE: u32 = 0;\n\n';
  const items = async (more: string): Promise<readonly (string | null)[]> =>
    (await annotations(trait(more), trait('')))
      .filter(({ side }) => side === 'new')
      .map(({ symbol }) => symbol);
  expect(await items(gone)).not.toContain('RPM');
  expect(await items('    /// Turns a minute.\n')).toContain('RPM');
});

it('a # Safety section is not stale when only what stands before fn changed', async () => {
  const doc = '/// # Safety\n///\n/// `p` points to a fan.\n';
  const after = `${doc}pub const unsafe fn fan(p: *const Fan) {}\n`;
  const found = await annotations(after.replace('const unsafe', 'unsafe'), after);
  expect(one(found, 'unsafe-fn').facets.explainedBy).toBe('safety-doc');
});

describe('a commit message', () => {
  it('explains what it names, with a reason', async () => {
    const body = [
      'Call dev_status directly.',
      '',
      'This is safe because status() is only called while',
      'the device is open.',
    ];
    const found = await annotations(fn('0'), fn(BLOCK), { body });
    expect(one(found, 'unsafe-block').facets.explainedBy).toBe('commit-message');
  });

  it('does not explain what it does not name', async () => {
    const found = await annotations(fn('0'), fn(BLOCK), { body: ['It is safe because of other things.'] });
    expect(one(found, 'unsafe-block').facets.explainedBy).toBe('none');
  });
});

it('nothing is owed in C but documentation', async () => {
  const found = await annotations('', 'void *fan_new(Error **errp);\n', { path: 'hw/misc/fan.c' });
  expect(found.every(({ facets }) => facets.explainedBy !== 'safety-comment')).toBe(true);
});
