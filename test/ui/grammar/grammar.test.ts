import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../vscode-host/root.ts';
import { tokenizer, type Tokenize } from './tokenize.ts';

let tokenize: Tokenize;

beforeAll(async () => {
  tokenize = await tokenizer();
});

const DIFF = [
  'diff --git a/hw/fan.rs b/hw/fan.rs',
  'index 1111111..2222222 100644',
  '--- a/hw/fan.rs',
  '+++ b/hw/fan.rs',
  '@@ -1,3 +1,3 @@ impl Fan {',
  ' fn read(&self) {',
  '-    let old = unsafe { 1 };',
  '+    let new = unsafe { "text" };',
  ' }',
  'diff --git a/hw/fan.c b/hw/fan.c',
  '--- a/hw/fan.c',
  '+++ b/hw/fan.c',
  '@@ -1 +1 @@ static int x;',
  '-int old;',
  '+static int new = 1;',
  'diff --git a/Makefile b/Makefile',
  '--- a/Makefile',
  '+++ b/Makefile',
  '@@ -1 +1 @@',
  '+unsafe: let',
  '-- ',
  '2.47.0',
];

const MAIL = [
  'From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001',
  'From: Fan Author <fan.author@example.org>',
  'Subject: [PATCH v2 1/2] hw/fan: count',
  '',
  'The fan counts.',
  '> Why?',
  '',
  'Signed-off-by: Fan Author <fan.author@example.org>',
  '---',
  ' hw/fan.rs | 2 +-',
  '',
  ...DIFF,
];

/** Scopes of the first token on `line` of `lines` that holds `text`. */
async function scopesOf(
  scope: string,
  lines: readonly string[],
  line: string,
  text: string,
): Promise<readonly string[]> {
  const index = lines.indexOf(line);
  const tokens = (await tokenize(scope, lines))[index] ?? [];
  return tokens.find((token) => token.text.includes(text))?.scopes ?? [];
}

describe.each([
  ['text.mail.patch', MAIL],
  ['source.diff', DIFF],
])('code in %s', (scope, lines) => {
  it.each([
    ['+    let new = unsafe { "text" };', 'unsafe', ['markup.inserted.diff', 'keyword.other.rust']],
    ['+    let new = unsafe { "text" };', 'text', ['markup.inserted.diff', 'string.quoted.double.rust']],
    ['-    let old = unsafe { 1 };', 'unsafe', ['markup.deleted.diff', 'keyword.other.rust']],
    [' fn read(&self) {', 'read', ['meta.diff.context', 'entity.name.function.rust']],
    ['@@ -1,3 +1,3 @@ impl Fan {', 'Fan', ['meta.diff.range.unified', 'entity.name.type.rust']],
    ['+static int new = 1;', 'static', ['markup.inserted.diff', 'storage.modifier.c']],
    ['-int old;', 'int', ['markup.deleted.diff']],
  ])('%s: %s', async (line, text, wanted) => {
    expect(await scopesOf(scope, lines, line, text)).toEqual(expect.arrayContaining(wanted));
  });

  it('is not looked for in files of neither language, nor behind the signature', async () => {
    expect((await scopesOf(scope, lines, '+unsafe: let', 'unsafe')).join(' ')).not.toContain('rust');
    expect((await scopesOf(scope, lines, '2.47.0', '2.47')).join(' ')).not.toMatch(/rust|source\.c\b/);
  });
});

describe('mail', () => {
  it.each([
    ['From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001', 'From', 'meta.separator.mail'],
    ['From: Fan Author <fan.author@example.org>', 'From', 'keyword.other.header.mail'],
    ['Subject: [PATCH v2 1/2] hw/fan: count', '[PATCH', 'constant.other.prefix.mail'],
    ['Subject: [PATCH v2 1/2] hw/fan: count', 'count', 'markup.heading.subject.mail'],
    ['> Why?', 'Why', 'markup.quote.mail'],
    ['Signed-off-by: Fan Author <fan.author@example.org>', 'Signed', 'entity.name.tag.trailer.mail'],
    ['---', '---', 'meta.separator.notes.mail'],
    [' hw/fan.rs | 2 +-', '+', 'markup.inserted.diff'],
    ['+unsafe: let', 'unsafe', 'markup.inserted.diff'],
    ['2.47.0', '2.47', 'comment.block.signature.mail'],
  ])('%s: %s', async (line, text, wanted) => {
    expect(await scopesOf('text.mail.patch', MAIL, line, text)).toContain(wanted);
  });
});

describe('a pattern file', () => {
  it('has its queries coloured', async () => {
    const text = await readFile(join(projectRoot, 'src/patterns/errors/errp-out.md'), 'utf8');
    const lines = text.split('\n').slice(text.slice(0, text.indexOf('## Query')).split('\n').length);
    const tokens = (await tokenize('text.html.markdown', lines)).flat();
    const of = (wanted: string): readonly string[] =>
      tokens.filter(({ scopes }) => scopes.includes(wanted)).map((token) => token.text);
    expect(of('variable.parameter.capture.query')).toContain('@anchor');
    expect(of('entity.name.type.node.query')).toContain('call_expression');
    expect(of('keyword.control.predicate.query')).toContain('#eq?');
    expect(of('string.quoted.double.query').join('')).toContain('Error');
  });
});
