// npm run messages: writes l10n/bundle.l10n.json, the texts of the program that can be translated.
import { mkdir, writeFile } from 'node:fs/promises';
import { bundleText } from '../rules/messages.ts';

await mkdir('l10n', { recursive: true });
await writeFile('l10n/bundle.l10n.json', bundleText());
