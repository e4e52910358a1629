import { plainType } from './plainType.ts';

/** Types of QEMU that devices derive from, by what both languages call them. */
const BASE_TYPES: ReadonlyMap<string, string> = new Map([
  ['OBJECT', 'object'],
  ['DEVICE', 'device'],
  ['DEVICESTATE', 'device'],
  ['SYSBUSDEVICE', 'sys-bus-device'],
  ['PCIDEVICE', 'pci-device'],
  ['I2CSLAVE', 'i2c-slave'],
  ['CPU', 'cpu'],
  ['CPUSTATE', 'cpu'],
]);

/** The name of a type that QEMU itself has, from `TYPE_SYS_BUS_DEVICE` or `SysBusDevice`; null for any other. */
export function baseType(written: string): string | null {
  return BASE_TYPES.get(plainType(written)) ?? null;
}
