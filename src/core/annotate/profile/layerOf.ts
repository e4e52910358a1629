import type { Layer, Profile } from '../../catalog/profile.ts';
import { languageOf } from '../../patch/language.ts';
import { pathPattern } from './pathPattern.ts';

/** Layer of a file: the profile's first matching glob, else what its name says. */
export function layerOf(profile: Profile, path: string): Layer {
  const listed = profile.layers.find((entry) => pathPattern(entry.glob).test(path));
  if (listed) return listed.layer;
  const language = languageOf(path);
  if (language) return language === 'c' ? 'c' : 'api';
  return /\.(md|rst|txt|adoc)$|(^|\/)(README|CHANGELOG)[^/]*$/i.test(path) ? 'docs' : 'build';
}
