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
  const stem = rustName.replace(/(Registers|Regs|Inner|Wrapper|Migration)$/, '');
  const names = [
    rustName,
    `QEMU${rustName}`,
    snake,
    `${snake}_t`,
    `${stem}State`,
    stem,
    rustName.replace(/^(Rust|Raw|C)(?=[A-Z])/, ''),
  ];
  return [...new Set(names)].filter((name) => name !== '');
}
