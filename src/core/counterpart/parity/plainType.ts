/** A type's name in a form that both languages share: `TYPE_SYS_BUS_DEVICE` and `SysBusDevice` become `SYSBUSDEVICE`. */
export function plainType(name: string): string {
  return name
    .replace(/^.*::/, '')
    .replace(/^TYPE_/, '')
    .replaceAll('_', '')
    .toUpperCase();
}
