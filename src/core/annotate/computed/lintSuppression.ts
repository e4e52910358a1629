import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { matchingLines } from './matchingLines.ts';

const ATTRIBUTES = `[
  (attribute_item (attribute (identifier) @name arguments: (token_tree) @arguments))
  (inner_attribute_item (attribute (identifier) @name arguments: (token_tree) @arguments))
] @attribute`;
const SILENCES = /\b(?:allow|expect)\s*\(/;
/** Lints that are the only checks that there are at a boundary. */
const GUARDS =
  /\b(improper_ctypes(?:_definitions)?|unsafe_op_in_unsafe_fn|static_mut_refs|missing_safety_doc|undocumented_unsafe_blocks|clashing_extern_declarations|not_unsafe_ptr_arg_deref|invalid_reference_casting|dangling_pointers_from_temporaries)\b/;

const IN_TOML = /^\s*(?<anchor>[\w:-]+)\s*=\s*(?:["']allow["']|\{[^}]*\blevel\s*=\s*["']allow["'])/dg;
const IN_ARGUMENTS =
  /(?<anchor>--cap-lints\b|(?<![\w-])-A(?=['"]?[,\s]*['"]?(?:clippy::|rustdoc::)?[a-z_]+\b(?!\.)))/dg;

/** Lints that attributes, settings or arguments of the compiler switch off. */
export function* lintSuppression({ kind, generated, new: side }: DetectorContext): Iterable<Detection> {
  if (generated) return;
  if (kind === 'toml') yield* matchingLines(side, IN_TOML);
  if (kind === 'meson' || kind === 'make') yield* matchingLines(side, IN_ARGUMENTS);
  for (const { fragment, get } of side.find(ATTRIBUTES)) {
    const name = get('name').text;
    const list = get('arguments').text;
    if (!/^(allow|expect)$/.test(name) && !(name === 'cfg_attr' && SILENCES.test(list))) continue;
    const guard = GUARDS.exec(list)?.[1];
    yield detectionAt(get('attribute'), fragment, {
      ...(guard === undefined
        ? {}
        : {
            symbol: guard,
            question: `${guard} is one of the few checks at a boundary. What does it find here?`,
          }),
    });
  }
}
