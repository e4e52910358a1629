/** `WireHdr` as C would spell it: `wire_hdr`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** C names that a Rust type of this name may stand for, likeliest first. */
export function cTypeNames(rustName: string): readonly string[] {
  const snake = snakeCase(rustName);
  const names = [
    rustName,
    `QEMU${rustName}`,
    snake,
    `${snake}_t`,
    `${rustName}State`,
    rustName.replace(/(Registers|Regs|Inner|Wrapper)$/, ''),
    rustName.replace(/^(Rust|Raw|C)(?=[A-Z])/, ''),
  ];
  return [...new Set(names)].filter((name) => name !== '');
}
