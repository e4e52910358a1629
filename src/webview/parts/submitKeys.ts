/** A keydown handler for a text box: Ctrl+Enter (or Enter alone, if so asked) saves, Escape leaves. */
export function onSubmitKeys(
  save: () => void,
  leave: () => void,
  by: 'Enter' | 'Ctrl+Enter',
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing) return;
    const saves = event.key === 'Enter' && (by === 'Enter' || event.ctrlKey || event.metaKey);
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (saves) save();
    else leave();
  };
}

/** The text in the box that an event comes from. */
export function textOf(event: Event): string {
  return (event.currentTarget as HTMLElement & { readonly value: string }).value;
}
