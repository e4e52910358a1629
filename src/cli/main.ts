import { check } from './check.ts';
import { EXIT } from './exitCode.ts';
import { HELP } from './help.ts';
import { marks } from './marks/marks.ts';
import { names } from './names.ts';
import { readOptions, type Colour } from './options.ts';
import type { Outcome } from './outcome.ts';
import { parity } from './parity.ts';

/** Replaced by the build. */
declare const __VERSION__: string;

/** Whoever reads the output may stop early (`| head`); that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2)).then(
  ({ out, err, exitCode }) => {
    process.exitCode = exitCode;
    process.stderr.write(err);
    process.stdout.write(out);
  },
  (error: unknown) => {
    process.exitCode = EXIT.failed;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`interop-review failed: ${reason}\n`);
  },
);

async function run(args: readonly string[]): Promise<Outcome> {
  if (args[0] === 'marks') return marks(args.slice(1));
  if (args[0] === 'names') return names(args.slice(1), __dirname);
  if (args[0] === 'parity') return parity(args.slice(1), __dirname);
  const request = readOptions(args);
  switch (request.kind) {
    case 'help':
      return { out: HELP, err: '', exitCode: EXIT.nothing };
    case 'version':
      return { out: `${__VERSION__}\n`, err: '', exitCode: EXIT.nothing };
    case 'usage': {
      const err = `interop-review: ${request.message}\nSee interop-review --help.\n`;
      return { out: '', err, exitCode: EXIT.usage };
    }
    case 'check':
      return check(request.options, {
        assets: __dirname,
        version: __VERSION__,
        colour: coloured(request.options.colour),
      });
  }
}

function coloured(colour: Colour): boolean {
  if (colour !== 'auto') return colour === 'always';
  const { NO_COLOR: noColor = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && noColor === '' && terminal !== 'dumb';
}
