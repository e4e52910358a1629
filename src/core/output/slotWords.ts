import { SLOT_STANDINGS, type SlotStanding, type SlotState } from '../counterpart/checks/slots.ts';

const WORDS: Record<SlotStanding, string> = {
  new: 'new in C and not set',
  differs: 'set to a function of another signature',
  set: 'set',
  unset: 'not set',
};

/** How many slots of a table stand how, what asks for a look by name: `1 new in C and not set: stop; 2 set`. */
export function slotWords(slots: readonly SlotState[]): string {
  return SLOT_STANDINGS.flatMap((standing) => {
    const names = slots.filter((slot) => slot.standing === standing).map(({ name }) => name);
    if (names.length === 0) return [];
    const which = standing === 'new' || standing === 'differs' ? `: ${names.join(', ')}` : '';
    return [`${names.length} ${WORDS[standing]}${which}`];
  }).join('; ');
}
