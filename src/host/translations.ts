import { l10n } from 'vscode';
import { useTranslations } from '../base/translate.ts';

// To be imported before all else: words of `present` are looked up as they load.
useTranslations(l10n.bundle ?? {});
