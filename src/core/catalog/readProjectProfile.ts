import type { WithProblems } from '../problem.ts';
import type { Catalog } from './catalog.ts';
import type { DocMapping, Profile } from './profile.ts';
import { type Json, profileReader, type ProfileReader } from './profileReader.ts';
import { readHouseRule } from './readHouseRule.ts';

const OPTIONAL = ['$schema', 'layers', 'phases', 'generated', 'quiet', 'houseRules', 'problems', 'docs'];

/**
 * Reads a repository's own profile: a shipped one, named by `extends`, with what the file adds. Its globs for layers and its
 * phases go before those of the shipped one. As strict as the reader of shipped profiles: with any fault there is none.
 */
export function readProjectProfile(
  text: string,
  source: string,
  { patterns, profiles }: Catalog,
): WithProblems<Profile | undefined> {
  const read = profileReader(source);
  const json = read.json(text);
  if (json === undefined) return { value: undefined, problems: read.problems };
  const root = read.object(json, '', ['extends'], OPTIONAL);
  const base = profiles.find(({ id }) => id === root['extends']);
  if (!base) read.refuse('extends', `Expected one of ${profiles.map(({ id }) => id).join(', ')}.`);
  const ids = new Set(patterns.map(({ id }) => id));
  const own = {
    layers: read.layers(root['layers'] ?? []),
    phases: read.phases(root['phases'] ?? []),
    generated: read.generated(root['generated'] ?? []),
    quiet: read.quiet(root['quiet'] ?? []),
    houseRules: read.list(root['houseRules'] ?? [], 'houseRules', (item, path) =>
      readHouseRule(read, item, path),
    ),
    problems: read.problemKinds(root['problems'] ?? {}),
    docs: read.list(root['docs'] ?? [], 'docs', (item, path) => readDoc(read, item, path)),
  };
  own.quiet.forEach(({ pattern }, at) => {
    if (!ids.has(pattern)) read.refuse(`quiet[${at}].pattern`, `There is no pattern "${pattern}".`);
  });
  own.docs.forEach(({ pattern }, at) => {
    if (pattern !== undefined && !ids.has(pattern))
      read.refuse(`docs[${at}].pattern`, `There is no pattern "${pattern}".`);
  });
  if (!base || read.problems.length > 0) return { value: undefined, problems: read.problems };
  return {
    value: {
      ...base,
      layers: [...own.layers, ...base.layers],
      phases: [...own.phases, ...base.phases],
      generated: [...base.generated, ...own.generated],
      quiet: [...base.quiet, ...own.quiet],
      houseRules: [...base.houseRules, ...own.houseRules],
      problems: { ...base.problems, ...own.problems },
      docs: own.docs,
    },
    problems: [],
  };
}

function readDoc(read: ProfileReader, item: unknown, path: string): DocMapping {
  const entry = read.object(item, path, ['title'], ['pattern', 'path', 'symbol', 'url', 'document']);
  const text = (key: string): string | undefined =>
    entry[key] === undefined ? undefined : read.string(entry[key], `${path}.${key}`);
  const [pattern, glob, symbol] = [text('pattern'), text('path'), text('symbol')];
  if (pattern === undefined && glob === undefined && symbol === undefined)
    read.refuse(path, 'Expected at least one of "pattern", "path" and "symbol".');
  return {
    title: read.string(entry['title'], `${path}.title`),
    pattern,
    path: glob,
    symbol,
    ...readTarget(read, entry, path),
  };
}

function readTarget(read: ProfileReader, entry: Json, path: string): Pick<DocMapping, 'url' | 'document'> {
  const { url, document } = entry;
  if ((url === undefined) === (document === undefined)) {
    read.refuse(path, 'Expected either "url" or "document".');
    return { url: null, document: null };
  }
  if (url !== undefined) {
    const address = read.string(url, `${path}.url`);
    if (!/^https:\/\/[^\s]+$/.test(address)) read.refuse(`${path}.url`, 'Expected an https address.');
    return { url: address, document: null };
  }
  const place = read.string(document, `${path}.document`);
  const inside = (place.split('#', 1)[0] ?? '').split('/');
  if (/[\\\p{Cc}]/u.test(place) || inside.some((part) => part === '' || part === '.' || part === '..'))
    read.refuse(`${path}.document`, 'Expected a path inside the repository, with forward slashes.');
  return { url: null, document: place };
}
