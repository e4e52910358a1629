import type { SlotReport } from './checks/slots.ts';
import type { CounterpartStatus, CrossingResult, Finding } from './counterpart.ts';

/** Puts together what the rules found for one annotation. */
export function resultOf(
  annotation: string,
  findings: readonly Finding[],
  checked: SlotReport = { slots: [], disagreements: [] },
): CrossingResult {
  const counterparts = findings.flatMap((finding) => finding.counterparts);
  const distinct = new Map(counterparts.map((each) => [`${each.path}:${each.line}:${each.symbol}`, each]));
  return {
    annotation,
    status: statusOf(findings),
    sought: [...new Set(findings.map(({ sought }) => sought))],
    counterparts: [...distinct.values()],
    disagreements: [...findings.flatMap(({ disagreements }) => disagreements), ...checked.disagreements],
    ...(checked.slots.length > 0 && { slots: checked.slots }),
  };
}

function statusOf(findings: readonly Finding[]): CounterpartStatus {
  const has = (status: Finding['status']): boolean => findings.some((finding) => finding.status === status);
  if (findings.length === 0) return 'not-applicable';
  return has('found') ? 'found' : has('ambiguous') ? 'ambiguous' : 'not-found';
}
