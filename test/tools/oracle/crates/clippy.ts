import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ClippyAnswer, readMessages } from './readMessages.ts';
import { runTool } from './runTool.ts';

/** The lints that are run. */
export const CLIPPY_LINTS = [
  'clippy::undocumented_unsafe_blocks',
  'clippy::unnecessary_safety_comment',
  'clippy::missing_safety_doc',
  'clippy::unnecessary_safety_doc',
  'clippy::not_unsafe_ptr_arg_deref',
  'clippy::mut_from_ref',
  'clippy::no_mangle_with_rust_abi',
  'unsafe_code',
  'static_mut_refs',
  'improper_ctypes',
  'improper_ctypes_definitions',
];

/** Of these also what they say about items that are not exported. */
const PRIVATE_TOO = ['missing_safety_doc', 'unnecessary_safety_doc'];

/** Ends the name of a lint that looks at private items too. */
export const AND_PRIVATE = '_of_private_items_too';

/** Answers of clippy about the package in `folder`, with all its features if that compiles; `library` is its crate's name. */
export async function clippy(folder: string, library: string): Promise<ClippyAnswer> {
  const exported = await run(folder, library, true, false);
  const features = exported.complete;
  const first = features ? exported : await run(folder, library, false, false);
  if (!first.complete) return first;
  const all = await run(folder, library, features, true);
  const more = all.findings
    .filter(({ lint }) => PRIVATE_TOO.includes(lint))
    .map((finding) => ({ ...finding, lint: finding.lint + AND_PRIVATE }));
  return { ...first, findings: [...first.findings, ...more] };
}

async function run(
  folder: string,
  library: string,
  allFeatures: boolean,
  privateToo: boolean,
): Promise<ClippyAnswer> {
  const target = join(folder, `target-${String(allFeatures)}-${String(privateToo)}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'clippy.toml'), `check-private-items = ${String(privateToo)}\n`);
  const ran = await runTool(
    'cargo',
    [
      ...['clippy', '--offline', '--lib', '--message-format=json', '--target-dir', target],
      ...(allFeatures ? ['--all-features'] : []),
      ...['--', '--cap-lints', 'warn', '-A', 'warnings', '-A', 'clippy::all'],
      ...CLIPPY_LINTS.flatMap((lint) => ['--force-warn', lint]),
    ],
    folder,
    { CLIPPY_CONF_DIR: target },
  );
  const answer = readMessages(ran.output, library);
  return answer.complete || answer.errors.length > 0 ? answer : { ...answer, errors: [ran.complaint.trim()] };
}

/** The Rust files that were compiled into an artifact, as the compiler lists them beside it. */
export async function compiledFiles(artifact: string): Promise<readonly string[]> {
  const list = join(dirname(artifact), artifactName(artifact));
  const [first = ''] = (await readFile(list, 'utf8')).split('\n', 1);
  return first
    .slice(first.indexOf(': ') + 2)
    .split(/(?<!\\) /)
    .map((path) => path.replaceAll('\\ ', ' '))
    .filter((path) => path.endsWith('.rs'));
}

/** `libNAME-HASH.rmeta` has its list in `NAME-HASH.d`. */
function artifactName(artifact: string): string {
  return artifact.replace(/^.*[/\\]lib/, '').replace(/\.rmeta$/, '.d');
}
