import { expect, it } from 'vitest';
import { panelPage } from '../../../src/protocol/panelPage.ts';

const page = panelPage({
  ...{ cspSource: 'https://source.example.org', nonce: 'abc', language: 'en' },
  ...{
    script: 'https://a/panel.js',
    style: 'https://a/panel.css?x="><script>',
    icons: 'https://a/icons.css',
  },
});

it('lets in our script by its nonce, our styles and fonts by their source, and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'nonce-abc'",
    'style-src https://source.example.org',
    'font-src https://source.example.org',
  ]);
});

it('has one script, no style of its own, and lets no address out of its attribute', () => {
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('<script nonce="abc" src="https://a/panel.js"></script>');
  expect(page).not.toMatch(/style=|<style|javascript:|\son\w+=/);
  expect(page).toContain('href="https://a/panel.css?x=&quot;>&lt;script>"');
});
