import type { Problem } from '../problem.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads plain data strictly. Whatever is not as asked becomes a 'bad-review-file' problem that names the place
 * (`marks[3].target.line`), and a stand-in value is returned; the result is only good if `problems` stayed empty.
 */
export class JsonReader {
  readonly problems: Problem[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  refuse(path: string, message: string): void {
    const at = path === '' ? this.#source : `${this.#source}: ${path}`;
    this.problems.push({ code: 'bad-review-file', message, at });
  }

  /** The value of a JSON text, or undefined if it is none: then the problem names line and column. */
  parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      const said = error instanceof Error ? error.message : '';
      const position = /position (\d+)/.exec(said)?.[1];
      const above = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
      const place = `${above.length}:${(above.at(-1)?.length ?? 0) + 1}`;
      this.problems.push({
        code: 'bad-review-file',
        message: 'This is not valid JSON; the file is left as it is.',
        at: `${this.#source}:${place}`,
      });
      return undefined;
    }
  }

  /** An object with exactly these keys; it may have the optional ones as well. */
  object(
    value: unknown,
    path: string,
    keys: readonly string[],
    optional: readonly string[] = [],
  ): JsonObject {
    if (!isObject(value)) {
      this.refuse(path, `Expected an object, found ${nameOf(value)}.`);
      return {};
    }
    for (const key of keys) if (!Object.hasOwn(value, key)) this.refuse(path, `The key "${key}" is missing.`);
    for (const key of Object.keys(value))
      if (!keys.includes(key) && !optional.includes(key))
        this.refuse(path, `The key ${JSON.stringify(key)} is unknown.`);
    return value;
  }

  list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
    this.refuse(path, `Expected a list, found ${nameOf(value)}.`);
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string') return value;
    if (value !== undefined) this.refuse(path, `Expected text, found ${nameOf(value)}.`);
    return '';
  }

  textOrNull(value: unknown, path: string): string | null {
    return value === null ? null : this.text(value, path);
  }

  integer(value: unknown, path: string, least: number): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    if (value !== undefined)
      this.refuse(path, `Expected a whole number from ${least}, found ${nameOf(value)}.`);
    return least;
  }

  oneOf<const T extends string>(value: unknown, path: string, choices: readonly [T, ...T[]]): T {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    if (value !== undefined)
      this.refuse(path, `Expected one of ${choices.join(', ')}, found ${nameOf(value)}.`);
    return choices[0];
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? 'nothing' : text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
