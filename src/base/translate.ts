/** Texts in another language, by the English text that they stand for. */
export type Translations = Readonly<Record<string, string>>;

/** A text that is translated not here but where it is shown: it is found for translators by this. */
export const message = (text: string): string => text;

let known: Translations = {};

/** Has texts translated from here on. Done once, before anything else is loaded: words are looked up as they load. */
export function useTranslations(translations: Translations): void {
  known = translations;
}

/**
 * A text in the reader's language, or in English where there is no translation. `{0}`, `{1}` … stand for the values, as
 * in VS Code's own `l10n.t`.
 */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const translated = Object.hasOwn(known, text) ? (known[text] ?? text) : text;
  return translated.replaceAll(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}
