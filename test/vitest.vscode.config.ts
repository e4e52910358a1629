import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/{ui,packaged}/**/*.test.ts'],
    globalSetup: ['test/vscode-host/vitestSetup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    pool: 'forks',
    // Each file runs a VS Code and a browser of its own.
    maxWorkers: 1,
  },
});
