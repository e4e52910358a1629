/** A `#define`. */
export interface CMacro {
  readonly name: string;
  /** Parameter names, or null for an object-like macro. */
  readonly params: readonly string[] | null;
  readonly value: string;
  /** Offset of its `#`. */
  readonly start: number;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
}

/** Reads a preprocessor line as a definition: name, parameters and value, continuations joined by line ends; else null. */
export function readDefine(directive: string): Pick<CMacro, 'name' | 'params' | 'value'> | null {
  const match = /^#[ \t]*define[ \t]+([A-Za-z_]\w*)(\(([^()]*)\))?/.exec(directive);
  if (match?.[1] === undefined) return null;
  const names = match[3]?.split(',').map((name) => name.replace(/\\\r?\n/g, '').trim());
  const value = directive
    .slice(match[0].length)
    .replace(/\\\r?\n/g, '\n')
    .replace(/\/\*[\s\S]*?(\*\/|$)|\/\/.*/g, ' ')
    .trim();
  return { name: match[1], params: names ?? null, value };
}
