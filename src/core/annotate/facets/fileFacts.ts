import type { Layer, Profile } from '../../catalog/profile.ts';
import type { Language } from '../../patch/language.ts';
import type { Message } from '../../patch/series.ts';
import type { FileSide } from '../match/fileSide.ts';
import type { MovedText } from './movedText.ts';
import type { PhaseOf } from './phase.ts';

/** What is known about one side of a file change, for the facets of its places. */
export interface FileFacts {
  readonly path: string;
  readonly layer: Layer;
  readonly generated: boolean;
  readonly profile: Profile;
  /** Undefined for a file that is not parsed. */
  readonly language: Language | undefined;
  readonly message: Message;
  readonly side: FileSide;
  /** What the patch has on the other side. */
  readonly other: MovedText;
  readonly phaseOf: PhaseOf;
}
