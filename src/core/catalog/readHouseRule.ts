import type { HouseExpectation, HouseRule } from './houseRule.ts';
import type { ProfileReader } from './profileReader.ts';

/** What each kind of expectation carries beside its kind. */
const KEYS = {
  recipient: ['address'],
  trailer: ['trailer'],
  'cover-letter': [],
  'new-file-line': ['text'],
  touches: ['globs'],
} as const satisfies Record<HouseExpectation['kind'], readonly string[]>;

/** Reads one house rule of a profile; faults are told to the reader. */
export function readHouseRule(read: ProfileReader, item: unknown, path: string): HouseRule {
  const entry = read.object(item, path, ['id', 'text', 'expects'], ['url', 'when']);
  const url = entry['url'] === undefined ? null : read.string(entry['url'], `${path}.url`);
  if (url !== null && !isHttps(url)) read.refuse(`${path}.url`, 'Expected an https address.');
  return {
    id: read.string(entry['id'], `${path}.id`),
    text: read.string(entry['text'], `${path}.text`),
    url,
    when: read.list(entry['when'] ?? [], `${path}.when`, read.string),
    expects: readExpectation(read, entry['expects'], `${path}.expects`),
  };
}

/** Also free of what would end a link in Markdown. */
function isHttps(url: string): boolean {
  return /^https:\/\/[^\s<>]+$/.test(url) && URL.canParse(url);
}

function readExpectation(read: ProfileReader, value: unknown, path: string): HouseExpectation {
  const kind = kindOf(value);
  if (kind === undefined) {
    read.object(value, path, ['kind'], Object.values(KEYS).flat());
    read.refuse(`${path}.kind`, `Expected one of ${Object.keys(KEYS).join(', ')}.`);
    return { kind: 'cover-letter' };
  }
  const entry = read.object(value, path, ['kind', ...KEYS[kind]]);
  const text = (key: string): string => read.string(entry[key], `${path}.${key}`);
  switch (kind) {
    case 'recipient':
      return { kind, address: text('address').toLowerCase() };
    case 'trailer':
      return { kind, trailer: text('trailer') };
    case 'cover-letter':
      return { kind };
    case 'new-file-line':
      return { kind, text: text('text') };
    case 'touches':
      return { kind, globs: read.list(entry['globs'], `${path}.globs`, read.string) };
  }
}

function kindOf(value: unknown): HouseExpectation['kind'] | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind } = value;
  return (Object.keys(KEYS) as HouseExpectation['kind'][]).find((candidate) => candidate === kind);
}
