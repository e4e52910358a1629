import type { ResetFact } from './facts.ts';
import { functionNamed, lineAtOffset, valueOf, withoutComments, type DeviceSide } from './source.ts';

const SETTERS =
  /(?:device_class_set_legacy_reset\s*\(\s*\w+\s*,\s*|->\s*(?:reset|phases\s*\.\s*(?:enter|hold|exit))\s*=\s*)(\w+)/g;

/** An assignment to a field of the state, or a line of it that is set. */
const ACTION =
  /\b(?:s|timer|t|state)\s*->\s*(\w+)(?:\[[^\]]*\])?\s*([|&^]?=)(?!=)([^;]*)|\bqemu_(?:set_irq|irq_raise|irq_lower)\s*\(\s*\w+\s*->\s*(\w+)/g;

/** Fields that the reset functions assign, through functions that take the same state. */
export async function cResets(side: DeviceSide): Promise<readonly ResetFact[]> {
  const found = new Map<string, ResetFact>();
  const names = side.sources.flatMap(({ lines }) =>
    [...withoutComments(lines.join('\n')).matchAll(SETTERS)].map((match) => match[1] ?? ''),
  );
  const seen = new Set<string>();
  for (const queue = [...names]; queue.length > 0;) {
    const name = queue.shift() ?? '';
    const handler = seen.has(name) ? null : functionNamed(side, name);
    seen.add(name);
    if (!handler) continue;
    const { body, source, declaration } = handler;
    for (const match of body.matchAll(ACTION)) {
      const [, assigned, operator, expression = '', line] = match;
      const field = assigned ?? line ?? '';
      const place = {
        path: source.file.path,
        line: lineAtOffset(body, match.index, declaration.body?.line ?? 1),
      };
      const value = operator === '=' ? await valueOf(expression, side) : null;
      addReset(found, { ...place, name: field, alias: null, assigned: value });
    }
    if (names.includes(name))
      for (const match of body.matchAll(/\b(\w*reset\w*)\s*\(\s*s\b/g)) queue.push(match[1] ?? '');
  }
  return [...found.values()];
}

/** What is assigned twice has no one value. */
export function addReset(found: Map<string, ResetFact>, fact: ResetFact): void {
  const known = found.get(fact.name);
  found.set(fact.name, known ? { ...known, assigned: null } : fact);
}
