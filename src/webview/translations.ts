import { useTranslations, type Translations } from '../base/translate.ts';

// To be imported before all else: words are looked up as they load.
useTranslations(JSON.parse(document.body.dataset['translations'] ?? '{}') as Translations);
