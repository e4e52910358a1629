import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Builds the program that makes marks into `folder`, and returns its path. */
export async function buildMarker(folder: string, plugins: Plugin[] = []): Promise<string> {
  const program = join(folder, 'marker.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'marker.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins,
  });
  return program;
}
