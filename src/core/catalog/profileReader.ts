import type { Problem } from '../problem.ts';
import { ATTENTIONS } from './pattern.ts';
import { LAYERS, PHASES, PROBLEM_KINDS, type Profile } from './profile.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Strict readers of the parts of profile files. Each fault is a 'bad-profile' problem that names its place. */
export interface ProfileReader {
  readonly problems: readonly Problem[];
  /** Says that something is wrong at a place like `layers[2].glob`; empty for the file itself. */
  readonly refuse: (path: string, message: string) => void;
  /** The file's text as JSON, or undefined. */
  readonly json: (text: string) => unknown;
  readonly object: (
    value: unknown,
    path: string,
    required: readonly string[],
    optional?: readonly string[],
  ) => Json;
  readonly string: (value: unknown, path: string) => string;
  readonly list: <T>(value: unknown, path: string, read: (item: unknown, path: string) => T) => readonly T[];
  readonly layers: (value: unknown) => Profile['layers'];
  readonly phases: (value: unknown) => Profile['phases'];
  readonly generated: (value: unknown) => Profile['generated'];
  readonly quiet: (value: unknown) => Profile['quiet'];
  readonly problemKinds: (value: unknown) => NonNullable<Profile['problems']>;
}

export function profileReader(source: string): ProfileReader {
  const problems: Problem[] = [];
  const refuse = (path: string, message: string): void => {
    problems.push({ code: 'bad-profile', message, at: path === '' ? source : `${source}: ${path}` });
  };
  const json = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      refuse('', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const object: ProfileReader['object'] = (value, path, required, optional = []) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refuse(path, 'Expected an object.');
      return {};
    }
    for (const key of required) if (!Object.hasOwn(value, key)) refuse(path, `The key "${key}" is missing.`);
    for (const key of Object.keys(value))
      if (!required.includes(key) && !optional.includes(key))
        refuse(path, `The key ${JSON.stringify(key)} is unknown.`);
    return value as Json;
  };
  const string = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value !== '') return value;
    refuse(path, 'Expected text.');
    return '';
  };
  const list: ProfileReader['list'] = (value, path, read) => {
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
    refuse(path, 'Expected a list.');
    return [];
  };
  const choice = <const T extends string>(value: unknown, path: string, of: readonly [T, ...T[]]): T => {
    const chosen = of.find((candidate) => candidate === value);
    if (chosen === undefined) refuse(path, `Expected one of ${of.join(', ')}.`);
    return chosen ?? of[0];
  };
  return {
    ...{ problems, refuse, json, object, string, list },
    layers: (value) =>
      list(value, 'layers', (item, path) => {
        const entry = object(item, path, ['glob', 'layer']);
        return {
          glob: string(entry['glob'], `${path}.glob`),
          layer: choice(entry['layer'], `${path}.layer`, LAYERS),
        };
      }),
    phases: (value) =>
      list(value, 'phases', (item, path) => {
        const entry = object(item, path, ['phase', 'slots', 'functions']);
        return {
          phase: choice(entry['phase'], `${path}.phase`, PHASES),
          slots: list(entry['slots'], `${path}.slots`, string),
          functions: list(entry['functions'], `${path}.functions`, string),
        };
      }),
    generated: (value) => list(value, 'generated', string),
    quiet: (value) =>
      list(value, 'quiet', (item, path) => {
        const entry = object(item, path, ['pattern', 'layer']);
        return {
          pattern: string(entry['pattern'], `${path}.pattern`),
          layer: choice(entry['layer'], `${path}.layer`, LAYERS),
        };
      }),
    problemKinds: (value) => {
      const entries = Object.entries(object(value, 'problems', [], ATTENTIONS));
      return Object.fromEntries(
        entries.map(([attention, kind]) => [attention, choice(kind, `problems.${attention}`, PROBLEM_KINDS)]),
      );
    },
  };
}
