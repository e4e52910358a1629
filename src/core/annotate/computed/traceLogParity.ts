import type { Detection, DetectorContext } from './detector.ts';
import { matchingLines } from './matchingLines.ts';

const EVENT = /^(?:(?:disable|vcpu|tcg)\s+)*(?<anchor>[a-z]\w*)\s*\(.*\)\s*"/dg;
const NOTE = /\/\/\s*(?<anchor>(?:TODO|FIXME)\b.*\btrac(?:e|ing)\b.*?)\s*$/dgi;

/** Declared events, and notes that one is missing; calls are found by the query. */
export function* traceLogParity({ path, kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind === 'text' && /(^|\/)trace-events$/.test(path))
    yield* matchingLines(
      side,
      EVENT,
      'Which versions of the device use this event, and with the same arguments?',
    );
  if (kind === 'rust') yield* matchingLines(side, NOTE, 'Which event of the C device is missing here?');
}
