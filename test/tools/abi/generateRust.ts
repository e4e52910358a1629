import type { AbiCase } from '../../abi/case.ts';

/** One Rust side of a case: the right one or a seeded one. */
export interface Variant {
  readonly id: number;
  readonly test: AbiCase;
  /** `correct`, or the seed's place. */
  readonly label: string;
  readonly rust: string;
}

/** A Rust module that plays one variant; `run` is its entry. */
export function generateRust(variant: Variant): string {
  const { test, id } = variant;
  const types = test.rustTypes ?? '';
  const body = { imported, exported, record, enum: enumeration }[test.kind](variant);
  return [`mod v${id} {`, 'use super::*;', types, structProbes(types), body, '}', ''].join('\n');
}

/** Main file: the harness, all modules, and a choice by number. */
export function mainRust(harness: string, variants: readonly Variant[]): string {
  return [
    harness,
    ...variants.map(generateRust),
    'fn main() {',
    '    let wanted: usize = std::env::args().nth(1).unwrap().parse().unwrap();',
    '    unsafe { match wanted {',
    ...variants.map(({ id }) => `        ${id} => v${id}::run(),`),
    '        _ => panic!("no such variant"),',
    '    }',
    '    println!("{}", C_LOG.join("|"));',
    '    println!("{}", RUST_LOG.join("|")); }',
    '}',
    '',
  ].join('\n');
}

function imported({ rust }: Variant): string {
  const { name, params, returns } = signature(rust);
  const args = params.map((_, k) => `sent(${k})`);
  // Rust passes variadic arguments promoted, as C does.
  const all = rust.includes('...') ? [...args.slice(0, -1), 'sent::<f64>(1)'] : args;
  const call = `${name}(${all.join(', ')})`;
  const run = returns === '' ? `${call};` : `received(${call});`;
  return [`unsafe extern "C" { ${rust} }`, `pub unsafe fn run() { ${run} }`].join('\n');
}

function exported({ rust, id, test }: Variant): string {
  const { params, returns } = signature(rust);
  const renamed = rust.replace(new RegExp(`\\b${test.name}\\b`), `${test.name}_v${id}`);
  const body = params.map((name) => receive(name, rust));
  return [
    '#[no_mangle]',
    `${renamed} {`,
    ...body,
    returns === '' ? '' : 'sent(7)',
    '}',
    `extern "C" { fn drive_v${id}(); }`,
    `pub unsafe fn run() { drive_v${id}() }`,
  ].join('\n');
}

/** A function that C passes is called with probes. */
function receive(name: string, rust: string): string {
  const type = new RegExp(`\\b${name}: (Option<)?unsafe extern "C" fn\\(([^)]*)\\)`).exec(rust);
  if (!type) return `received(${name});`;
  const arity = (type[2] ?? '').split(',').filter((part) => part.trim() !== '').length;
  const call = (f: string): string => `unsafe { call${arity}(${f}) }`;
  return type[1] === undefined
    ? `${call(name)};`
    : `match ${name} { Some(f) => ${call('f')}, None => log("null".into()) }`;
}

function record({ rust, id, test }: Variant): string {
  if (test.kind !== 'record') return '';
  const { name, fields } = structOf(rust);
  const order = structOf(test.rust).fields.map((field) => field.name);
  const shown = order.filter((field) => fields.some((each) => each.name === field));
  const layout = `log(size_of::<${name}>().to_string()); log(align_of::<${name}>().to_string());`;
  const buffer =
    '#[repr(align(64))] struct Buffer([u8; 512]); let mut b = Buffer([0; 512]); let p = b.0.as_mut_ptr();';
  const fill = shown.map(
    (field, k) => `std::ptr::addr_of_mut!((*s).${field}).write_unaligned(Probe::probe(${k}));`,
  );
  const read = shown.map(
    (field) => `std::mem::ManuallyDrop::new(std::ptr::addr_of!((*s).${field}).read_unaligned()).say_value();`,
  );
  const cast = `let s = p.cast::<${name}>();`;
  const steps =
    test.filledBy === 'c'
      ? [`drive_v${id}(p.cast());`, cast, ...read]
      : [cast, ...fill, `drive_v${id}(p.cast());`];
  return [
    rust,
    'trait SayValue { fn say_value(&self); }',
    'impl<T: Probe> SayValue for std::mem::ManuallyDrop<T> { fn say_value(&self) { (**self).say() } }',
    `extern "C" { fn drive_v${id}(s: *mut c_void); }`,
    `pub unsafe fn run() { ${layout} ${buffer} ${steps.join(' ')} }`,
  ].join('\n');
}

function enumeration({ rust, id, test }: Variant): string {
  const name = /enum (\w+)/.exec(rust)?.[1] ?? '';
  const variantsOf = (text: string): readonly string[] =>
    (/\{([^}]*)\}/.exec(text)?.[1] ?? '').split(',').map((part) => /\w+/.exec(part)?.[0] ?? '');
  const values = variantsOf(test.rust)
    .filter((variant) => variantsOf(rust).includes(variant))
    .map((variant) => `log((${name}::${variant} as i64).to_string());`);
  return [
    rust,
    `extern "C" { fn drive_v${id}(); }`,
    `pub unsafe fn run() { drive_v${id}(); log(size_of::<${name}>().to_string()); ${values.join(' ')} }`,
  ].join('\n');
}

/** Probes for structs that are passed by value, and for pointers to them. */
function structProbes(types: string): string {
  return [...types.matchAll(/struct (\w+) \{([^}]*)\}/g)]
    .map(([text, name = '']) => {
      const { fields } = structOf(text);
      const probes = fields.map((field, k) => `${field.name}: Probe::probe(${k})`);
      const says = fields.map((field) => `self.${field.name}.say();`);
      return (
        `opaque! { ${name} }\n` +
        `impl Probe for ${name} { fn probe(_: i64) -> Self { ${name} { ${probes.join(', ')} } } fn say(&self) { ${says.join(' ')} } }`
      );
    })
    .join('\n');
}

function structOf(text: string): {
  readonly name: string;
  readonly fields: readonly { readonly name: string }[];
} {
  const name = /(?:struct|union) (\w+)/.exec(text)?.[1] ?? '';
  const body = (/\{([\s\S]*)\}/.exec(text)?.[1] ?? '').replace(/\/\/.*/g, '').replace(/#\[[^\]]*\]/g, '');
  const fields = [...body.matchAll(/(?:^|[,{\s])(?:pub\s+)?(\w+)\s*:(?!:)/g)].map((match) => ({
    name: match[1] ?? '',
  }));
  return { name, fields };
}

function signature(rust: string): {
  readonly name: string;
  readonly params: readonly string[];
  readonly returns: string;
} {
  const text = rust.replace(/\s+/g, ' ');
  const [, name = '', rest = ''] = /\bfn (\w+)\s*\((.*)$/.exec(text) ?? [];
  let depth = 1;
  let end = 0;
  while (depth > 0 && end < rest.length) {
    const char = rest[end++];
    if (char === '(') depth++;
    else if (char === ')') depth--;
  }
  const params = splitTop(rest.slice(0, end - 1)).map((part) => /^(\w+)\s*:/.exec(part)?.[1] ?? '...');
  return {
    name,
    params,
    returns: rest
      .slice(end)
      .replace(/^\s*->\s*/, '')
      .replace(/;$/, '')
      .trim(),
  };
}

function splitTop(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text.split(/(->)|/).filter(Boolean)) {
    if ('(<['.includes(char)) depth++;
    else if (')>]'.includes(char)) depth--;
    if (char === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += char;
  }
  return [...parts, part.trim()].filter((each) => each !== '');
}
