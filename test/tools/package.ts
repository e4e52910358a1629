// npm run package -- [FILE]: packs the extension into interop-review-VERSION.vsix, or into FILE.
import { readFileSync, statSync } from 'node:fs';
import { packExtension } from './package/packExtension.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const file = process.argv[2] ?? `interop-review-${version}.vsix`;
await packExtension(file);
console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
