import type { AbiCase, FunctionCase } from '../../abi/case.ts';

/** A C parameter or member, taken apart as far as probes need it. */
interface Part {
  readonly type: string;
  readonly name: string;
  readonly stars: number;
  readonly isConst: boolean;
  readonly isArray: boolean;
  /** What a pointer leads to: text, something with a tag, or a number. */
  readonly behind: 'text' | 'tag' | 'number';
}

/** C source that drives all variants of a case; `ids` number them. */
export function generateC(test: AbiCase, ids: readonly number[]): string {
  const head = ['#include "harness.h"', test.cTypes ?? ''];
  switch (test.kind) {
    case 'imported':
      return [...head, test.c, '{', test.body ?? importedBody(test), '}', ''].join('\n');
    case 'exported':
      return [...head, VISIT_PROBE, ...ids.map((id) => exportedDriver(test, id))].join('\n');
    case 'record':
      return [...head, `${test.c};`, ...ids.map((id) => recordDriver(test, id))].join('\n');
    case 'enum':
      return [...head, `${test.c};`, ...ids.map((id) => enumDriver(test, id))].join('\n');
  }
}

/** A C function to hand to Rust. */
const VISIT_PROBE =
  'static int visit_probe(uint32_t id) { (void)id; LOG(id); LOG(PROBE(int, 1)); return PROBE(int, 1); }';

export function parametersOf(prototype: string): {
  readonly returns: string;
  readonly parts: readonly Part[];
} {
  const plain = prototype.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  const [, before = '', inside = ''] = /^(.*?)\((.*)\)[^()]*$/.exec(plain) ?? [];
  const returns = before
    .replace(/\w+\s*$/, '')
    .replace(/\bextern\b/, '')
    .trim();
  const parts = inside.trim() === 'void' ? [] : inside.split(',').map((part) => partOf(part.trim()));
  return { returns, parts };
}

function partOf(text: string): Part {
  const isArray = text.includes('[');
  const [, type = '', name = ''] = /^(.*?)(\w+)\s*(?:\[.*\])?$/.exec(text) ?? [];
  const bare = type.replace(/\bconst\b|\*|\bstruct\b/g, '').trim();
  const behind = /^(char|u?int8_t)$/.test(bare)
    ? 'text'
    : /^(void|[A-Z]\w*|dev|fan)$/.test(bare)
      ? 'tag'
      : 'number';
  return {
    type: type.trim(),
    name,
    stars: type.split('*').length - 1,
    isConst: /^\s*const\b/.test(type),
    isArray,
    behind,
  };
}

function logOf(part: Part, expression: string): string {
  if (part.stars === 0) return part.isArray ? `LOG_ARRAY(${expression});` : `LOG(${expression});`;
  const deep = part.stars > 1 ? '2' : '';
  const log =
    part.behind === 'text' ? 'LOG_TEXT' : part.behind === 'tag' ? `LOG_TAG${deep}` : `LOG_POINTER${deep}`;
  return `${log}(${expression});`;
}

/** Logs what arrives, writes where writing is allowed, and returns a probe. */
function importedBody(test: FunctionCase): string {
  const { returns, parts } = parametersOf(test.c);
  const lines = parts.map((part) => logOf(part, part.name) + touch(part));
  return [...lines, returnProbe(returns)].join('\n');
}

function touch(part: Part): string {
  if (part.stars !== 1 || part.isConst) return '';
  const as =
    part.behind === 'text' ? 'char' : part.behind === 'tag' ? 'uint32_t' : part.type.replace('*', '').trim();
  return ` *(volatile ${as} *)${part.name} = *(${as} *)${part.name};`;
}

function returnProbe(returns: string): string {
  if (/\bvoid$/.test(returns)) return '';
  const part = partOf(`${returns} r`);
  if (part.stars === 0) {
    const type = returns.replace(/\b(coroutine_fn|GRAPH_RDLOCK|QEMU_WARN_UNUSED_RESULT)\b/g, '').trim();
    return `${type} r = PROBE(${type}, 7); LOG(r); return r;`;
  }
  if (part.behind === 'text') return 'static char t[] = "fan7"; c_log(t); return t;';
  return `static uint32_t t = 24308; LOG_TAG(&t); return (${returns})&t;`;
}

/** Calls the Rust function of one variant with probes, and once more with NULL for its pointers. */
function exportedDriver(test: FunctionCase, id: number): string {
  const symbol = `${test.name}_v${id}`;
  const renamed = (text: string): string => text.replace(new RegExp(`\\b${test.name}\\b`, 'g'), symbol);
  const prototype = `${renamed(test.c).replace(/\bextern\b/, '')};`;
  const body = test.body === undefined ? calls(test, symbol) : renamed(test.body);
  return [prototype, `void drive_v${id}(void)`, '{', body, '}', ''].join('\n');
}

function calls(test: FunctionCase, symbol: string): string {
  const { returns, parts } = parametersOf(test.c);
  const call = (args: readonly string[]): string => {
    const expression = `${symbol}(${args.join(', ')})`;
    return /\bvoid$/.test(returns)
      ? `${expression};`
      : `${returns} r = ${expression}; ${logOf(partOf(`${returns} r`), 'r')}`;
  };
  const made = parts.map((part, k) => argument(part, k));
  const first = ['{', ...made.map(({ code }) => code), call(made.map(({ name }) => name)), '}'];
  if (test.neverNull || !parts.some(({ stars }) => stars > 0)) return first.join('\n');
  const second = parts.map((part, k) =>
    part.stars > 0 ? { code: 'c_log("null");', name: 'NULL' } : argument(part, k),
  );
  return [...first, '{', ...second.map(({ code }) => code), call(second.map(({ name }) => name)), '}'].join(
    '\n',
  );
}

function argument(part: Part, k: number): { readonly code: string; readonly name: string } {
  const name = `a${k}`;
  const log = logOf(part, name);
  if (part.stars === 0) return { code: `${part.type} ${name} = PROBE(${part.type}, ${k}); ${log}`, name };
  if (part.behind === 'text') {
    const value = part.isConst ? `read_only("fan${k}", 5)` : `buffer${k}`;
    return {
      code: `char buffer${k}[] = "fan${k}"; ${part.type} ${name} = (void *)${value}; (void)buffer${k}; ${log}`,
      name,
    };
  }
  const type = part.behind === 'tag' ? 'uint32_t' : part.type.replace(/\bconst\b|\*/g, '').trim();
  const value = part.behind === 'tag' ? String(24301 + k) : `PROBE(${type}, ${k})`;
  const store = `${type} s${k} = ${value}; void *p${k} = &s${k}; (void)p${k};`;
  const at = part.stars > 1 ? `&p${k}` : part.isConst ? `read_only(&s${k}, sizeof s${k})` : `&s${k}`;
  return { code: `${store} ${part.type} ${name} = (void *)${at}; ${log}`, name };
}

function typeNameOf(test: AbiCase): string {
  if (test.c.startsWith('typedef')) return test.name;
  return `${/^(struct|union|enum)/.exec(test.c)?.[0] ?? 'struct'} ${test.name}`;
}

function recordDriver(test: Extract<AbiCase, { kind: 'record' }>, id: number): string {
  const type = typeNameOf(test);
  const members = /\{([\s\S]*)\}/.exec(test.c)?.[1] ?? '';
  const fill = members
    .replace(/\/\*.*?\*\/|\/\/.*/g, '')
    .split(';')
    .map((member) => member.trim())
    .filter((member) => member !== '')
    .map((member, k) => fillMember(partOf(member), k));
  const layout = `log_unsigned(sizeof(${type})); log_unsigned(_Alignof(${type}));`;
  return [`void drive_v${id}(${type} *s)`, '{', layout, test.body ?? fill.join('\n'), '}', ''].join('\n');
}

function fillMember(part: Part, k: number): string {
  const at = `s->${part.name}`;
  const type = `__typeof__(${at}${part.isArray ? '[0]' : ''})`;
  if (part.isArray)
    return `for (size_t i = 0; i < sizeof(${at}) / sizeof(${at}[0]); i++) { ${at}[i] = PROBE(${type}, ${k} + (int)i); LOG(${at}[i]); }`;
  return `${at} = PROBE(${type}, ${k}); LOG(${at});`;
}

function enumDriver(test: Extract<AbiCase, { kind: 'enum' }>, id: number): string {
  const values = test.enumerators.map((name) => `log_signed((long long)${name});`);
  return [
    `void drive_v${id}(void)`,
    '{',
    `log_unsigned(sizeof(${typeNameOf(test)}));`,
    ...values,
    '}',
    '',
  ].join('\n');
}
