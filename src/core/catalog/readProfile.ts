import type { WithProblems } from '../problem.ts';
import type { Profile } from './profile.ts';
import { profileReader } from './profileReader.ts';
import { readHouseRule } from './readHouseRule.ts';

/** Reads a profile strictly; faults are 'bad-profile' problems naming the place (`layers[2].glob`), and then there is none. */
export function readProfile(text: string, source: string): WithProblems<Profile | undefined> {
  const read = profileReader(source);
  const { object, string, list, problems } = read;
  const json = read.json(text);
  if (json === undefined) return { value: undefined, problems };
  const keys = ['id', 'title', 'recognise', 'layers', 'phases', 'generated', 'quiet', 'houseRules'];
  const root = object(json, '', keys, ['problems']);
  const recognise = object(root['recognise'], 'recognise', ['paths', 'recipients']);
  const profile: Profile = {
    id: string(root['id'], 'id'),
    title: string(root['title'], 'title'),
    recognise: {
      paths: list(recognise['paths'], 'recognise.paths', string),
      recipients: list(recognise['recipients'], 'recognise.recipients', string),
    },
    layers: read.layers(root['layers']),
    phases: read.phases(root['phases']),
    generated: read.generated(root['generated']),
    quiet: read.quiet(root['quiet']),
    ...(root['problems'] !== undefined && { problems: read.problemKinds(root['problems']) }),
    houseRules: list(root['houseRules'], 'houseRules', (item, path) => readHouseRule(read, item, path)),
  };
  return { value: problems.length === 0 ? profile : undefined, problems };
}
