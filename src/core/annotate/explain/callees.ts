import type { Node } from '../../syntax/engine.ts';
import type { SafetyConditions } from '../annotation.ts';
import { type LineText } from './comment.ts';
import { docComment, safetySection } from './docComment.ts';
import { stdSafety } from './stdSafety.ts';
import { unsafeUse } from './unsafeUse.ts';

/** A function that an unsafe block calls, and what it asks of its callers if that is known yet. */
export interface Callee {
  readonly name: string;
  readonly known: SafetyConditions | undefined;
}

const NOBODY = { rawNames: new Set<string>(), selfNames: [] };

/**
 * What an unsafe block calls, each function once and in order, C functions left out: with its conditions where the standard
 * library or `conditionsHere` (of a function of the same file, by name) has them.
 */
export function calleesOf(
  block: Node,
  conditionsHere: (name: string) => SafetyConditions | undefined,
): readonly Callee[] {
  const callees = new Map<string, Callee>();
  for (const { name, qualifier, method, foreign } of unsafeUse(block, NOBODY).calls) {
    if (foreign || callees.has(name) || !/^\w+$/.test(name)) continue;
    const std = method || qualifier !== null ? stdSafety(method ? null : qualifier, name) : undefined;
    const known = std && { callee: std.path.replace(/^\./, ''), conditions: std.conditions, source: std.url };
    callees.set(name, { name, known: conditionsHere(name) ?? known });
  }
  return [...callees.values()];
}

const UNSAFE_FUNCTION = /\bunsafe\s+(?:extern\s+"[^"]*"\s+)?fn\s+(\w+)/;

/**
 * The `# Safety` sections of the unsafe functions on some lines (1-based image lines), by name; `path` says where they are.
 * Functions of one name whose sections differ are left out.
 */
export function safetySections(
  lines: Iterable<number>,
  text: LineText,
  path: string,
): ReadonlyMap<string, SafetyConditions> {
  const sections = new Map<string, SafetyConditions>();
  const unclear = new Set<string>();
  for (const line of lines) {
    const name = UNSAFE_FUNCTION.exec(text(line) ?? '')?.[1];
    const doc = name === undefined ? undefined : docComment(text, line, 'rust');
    const section = doc && safetySection(text, doc);
    if (name === undefined || !section || section.text === '') continue;
    const known = sections.get(name);
    if (known && known.conditions.join(' ') !== section.text) unclear.add(name);
    sections.set(name, { callee: name, conditions: [section.text], source: `${path}:${line}` });
  }
  for (const name of unclear) sections.delete(name);
  return sections;
}
