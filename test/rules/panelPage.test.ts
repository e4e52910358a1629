import { describe, expect, it } from 'vitest';
import { panelPage } from '../../src/protocol/panelPage.ts';

const parts = {
  cspSource: 'https://webview.example.org',
  nonce: 'n0nce',
  script: 'https://webview.example.org/panel.js',
  style: 'https://webview.example.org/panel.css',
  icons: 'https://webview.example.org/codicon.css',
  language: 'en',
  translations: {},
};
const page = panelPage(parts);

const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

describe('the page of the panel', () => {
  it('lets in nothing but one script by nonce, and our styles and fonts', () => {
    expect(policy.split('; ').sort()).toEqual([
      "default-src 'none'",
      'font-src https://webview.example.org',
      "script-src 'nonce-n0nce'",
      'style-src https://webview.example.org',
    ]);
  });

  it('runs exactly one script, which carries the nonce', () => {
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script nonce="n0nce" src="https://webview.example.org/panel.js">',
    ]);
  });

  it('lets no address out of its attribute', () => {
    const hostile = panelPage({ ...parts, style: 'https://webview.example.org/?x="><script>' });
    expect(hostile).toContain('href="https://webview.example.org/?x=&quot;>&lt;script>"');
    expect(hostile.match(/<script/g)).toHaveLength(1);
  });

  it('has no style and no handler written into it', () => {
    expect(page).not.toMatch(/\sstyle=|\son\w+=|<style/);
  });
});
