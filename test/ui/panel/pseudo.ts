import type { Page } from 'playwright-core';
import type { Translations } from '../../../src/base/translate.ts';
import { messages } from '../../rules/messages.ts';

/** A text as of a language that nobody speaks: values stay, what is between them is in brackets and without ASCII letters. */
export function pseudo(text: string): string {
  // Values and links stay as they are.
  const parts = text.split(/(\{\d+\}|\]\([^)]*\)|`[^`]*`|\$\([^)]*\))/);
  return `⟦${parts.map((part, index) => (index % 2 === 1 ? part : foreign(part))).join('')}⟧`;
}

function foreign(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
  );
}

/** All texts of the program in that language. */
export function pseudoTranslations(): Translations {
  return Object.fromEntries([...messages().keys()].map((text) => [text, pseudo(text)]));
}

/**
 * What a page shows or tells in words of ASCII letters, but for code and for words of `data`: texts, names for screen
 * readers, titles and placeholders.
 */
export async function englishIn(
  { page }: { readonly page: Page },
  data: readonly string[],
): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (element.closest('pre, code, style, script, .source, .path, kbd')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description'])
          found.push(element.getAttribute(name) ?? '');
        for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.textContent ?? '');
      }
    };
    visit(document);
    return found;
  });
  const words = new Set(data.flatMap(wordsIn));
  return [...new Set(shown.filter((text) => wordsIn(text).some((word) => !words.has(word))))];
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]{2,}/g) ?? [];
