import type { Problem } from '../../problem.ts';
import type { Envelope, FileChange, Message } from '../series.ts';
import type { SubjectPrefix } from './subjectPrefix.ts';

/** One message of an input, read, before it has its place in a series. A bare diff is one too, without an envelope. */
export interface Mail {
  /** Where it begins in the input. */
  readonly at: string;
  /** Message-ID without brackets (with a number behind it for one of several patches in one mail), if there is one. */
  readonly id: string | undefined;
  /** Message-ID, without brackets, of the message that it answers or belongs to. */
  readonly parent: string | undefined;
  readonly envelope: Envelope | undefined;
  readonly prefix: SubjectPrefix;
  readonly author: string;
  readonly message: Message;
  readonly commit: string | undefined;
  readonly files: readonly FileChange[];
  readonly changeId: string | undefined;
  readonly baseCommit: string | undefined;
  /** The whole decoded text. */
  readonly text: string;
  /** What went wrong in reading it. */
  readonly problems: readonly Problem[];
}
