import type { Problem, WithProblems } from '../problem.ts';
import { LAYERS, PHASES, type Profile } from './profile.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads a profile strictly; faults are 'bad-profile' problems naming the place (`layers[2].glob`), and then there is none. */
export function readProfile(text: string, source: string): WithProblems<Profile | undefined> {
  const problems: Problem[] = [];
  const refuse = (path: string, message: string): void => {
    problems.push({ code: 'bad-profile', message, at: path === '' ? source : `${source}: ${path}` });
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    refuse('', error instanceof Error ? error.message : String(error));
    return { value: undefined, problems };
  }
  const object = (value: unknown, path: string, keys: readonly string[]): Json => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refuse(path, 'Expected an object.');
      return {};
    }
    for (const key of keys) if (!Object.hasOwn(value, key)) refuse(path, `The key "${key}" is missing.`);
    for (const key of Object.keys(value))
      if (!keys.includes(key)) refuse(path, `The key ${JSON.stringify(key)} is unknown.`);
    return value as Json;
  };
  const string = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value !== '') return value;
    refuse(path, 'Expected text.');
    return '';
  };
  const list = <T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] => {
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
    refuse(path, 'Expected a list.');
    return [];
  };
  const choice = <const T extends string>(value: unknown, path: string, of: readonly [T, ...T[]]): T => {
    const chosen = of.find((candidate) => candidate === value);
    if (chosen === undefined) refuse(path, `Expected one of ${of.join(', ')}.`);
    return chosen ?? of[0];
  };

  const root = object(json, '', ['id', 'title', 'recognise', 'layers', 'phases', 'generated', 'quiet']);
  const recognise = object(root['recognise'], 'recognise', ['paths', 'recipients']);
  const profile: Profile = {
    id: string(root['id'], 'id'),
    title: string(root['title'], 'title'),
    recognise: {
      paths: list(recognise['paths'], 'recognise.paths', string),
      recipients: list(recognise['recipients'], 'recognise.recipients', string),
    },
    layers: list(root['layers'], 'layers', (item, path) => {
      const entry = object(item, path, ['glob', 'layer']);
      return {
        glob: string(entry['glob'], `${path}.glob`),
        layer: choice(entry['layer'], `${path}.layer`, LAYERS),
      };
    }),
    phases: list(root['phases'], 'phases', (item, path) => {
      const entry = object(item, path, ['phase', 'slots', 'functions']);
      return {
        phase: choice(entry['phase'], `${path}.phase`, PHASES),
        slots: list(entry['slots'], `${path}.slots`, string),
        functions: list(entry['functions'], `${path}.functions`, string),
      };
    }),
    generated: list(root['generated'], 'generated', string),
    quiet: list(root['quiet'], 'quiet', (item, path) => {
      const entry = object(item, path, ['pattern', 'layer']);
      return {
        pattern: string(entry['pattern'], `${path}.pattern`),
        layer: choice(entry['layer'], `${path}.layer`, LAYERS),
      };
    }),
  };
  return { value: problems.length === 0 ? profile : undefined, problems };
}
