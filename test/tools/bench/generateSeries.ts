import { C_ITEMS } from './cItems.ts';
import { RUST_ITEMS } from './rustItems.ts';

const CONTEXT = 3;
const NAMES = ['pl011', 'hpet', 'rtc', 'uart', 'timer', 'gpio', 'fan', 'adc', 'dma', 'i2c', 'spi', 'wdt'];

/** A mailbox with a series of so many patches on Rust and C files; the same for the same count. */
export function generateSeries(patches: number): string {
  const random = generator(patches);
  return Array.from({ length: patches }, (_, index) => mail(index + 1, patches, random)).join('');
}

/** Whole numbers below a bound, the same row each time (Lehmer's generator). */
type Random = (bound: number) => number;

function generator(seed: number): Random {
  let state = (seed % 2147483646) + 1;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

function mail(position: number, total: number, random: Random): string {
  const name = `${NAMES[random(NAMES.length)] ?? ''}${position}`;
  const files = [rustFile(name, 'device', random)];
  if (random(2) === 0) files.push(rustFile(name, 'callbacks', random));
  if (random(2) === 0) files.push(cFile(name, random));
  return [
    `From ${position.toString(16).padStart(40, '0')} Mon Sep 17 00:00:00 2001`,
    `Message-ID: <bench-${position}@example.org>`,
    'From: Author One <author@example.org>',
    'Date: Mon, 6 Jan 2025 10:00:00 +0100',
    `Subject: [PATCH ${position}/${total}] hw/${name}: move to Rust`,
    '',
    `Moves the device ${name} to Rust.`,
    '',
    'Signed-off-by: Author One <author@example.org>',
    '---',
    ...files.flat(),
    '-- ',
    '2.47.0',
    '',
    '',
  ].join('\n');
}

function rustFile(name: string, module: string, random: Random): readonly string[] {
  const head = [
    '//! The device.',
    '',
    'use std::ffi::{c_uint, c_void, CStr};',
    '',
    'use qemu_api::prelude::*;',
  ];
  return fileDiff(`rust/hw/${name}/src/${module}.rs`, head, RUST_ITEMS, name, random);
}

function cFile(name: string, random: Random): readonly string[] {
  const head = [
    '/* The device. */',
    '#include "qemu/osdep.h"',
    '#include "qapi/error.h"',
    '#include "hw/sysbus.h"',
  ];
  return fileDiff(`hw/misc/${name}.c`, head, C_ITEMS, name, random);
}

/** The diff of a file made of all the items in some order, of which one in three is changed. One file in ten is new. */
function fileDiff(
  path: string,
  head: readonly string[],
  items: readonly string[],
  name: string,
  random: Random,
): readonly string[] {
  const isNew = random(10) === 0;
  const first = random(items.length);
  const lines = head.map((line) => ` ${line}`);
  for (let at = 0; at < items.length; at++) {
    const item = renamed(items[(first + at) % items.length] ?? '', name).split('\n');
    const isChanged = isNew || at === 0 || random(3) === 0;
    lines.push(' ', ...(isChanged ? item : item.filter((line) => !line.startsWith('+')).map(asContext)));
  }
  if (!isNew) return [`diff --git a/${path} b/${path}`, `--- a/${path}`, `+++ b/${path}`, ...hunksOf(lines)];
  const added = lines.filter((line) => !line.startsWith('-')).map((line) => `+${line.slice(1)}`);
  return [
    `diff --git a/${path} b/${path}`,
    'new file mode 100644',
    '--- /dev/null',
    `+++ b/${path}`,
    `@@ -0,0 +1,${added.length} @@`,
    ...added,
  ];
}

function renamed(item: string, name: string): string {
  const camel = name.charAt(0).toUpperCase() + name.slice(1);
  return item.replaceAll('FAN', name.toUpperCase()).replaceAll('Fan', camel).replaceAll('fan', name);
}

function asContext(line: string): string {
  return ` ${line.slice(1)}`;
}

/** Cuts lines with markers into hunks with three lines of context, each headed by git's guess at its function. */
function hunksOf(lines: readonly string[]): readonly string[] {
  const shown = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => !line.startsWith(' ')),
  );
  const text: string[] = [];
  let [oldLine, newLine, section] = [1, 1, ''];
  for (let at = 0; at < lines.length; at++) {
    if (shown[at] === true && shown[at - 1] !== true) {
      const end = shown.indexOf(false, at);
      const hunk = lines.slice(at, end < 0 ? lines.length : end);
      const count = (marker: string): number => hunk.filter((line) => !line.startsWith(marker)).length;
      text.push(`@@ -${oldLine},${count('+')} +${newLine},${count('-')} @@ ${section}`, ...hunk);
    }
    const line = lines[at] ?? '';
    if (!line.startsWith('+')) oldLine++;
    if (!line.startsWith('-')) newLine++;
    if (/^[ -][A-Za-z_]/.test(line)) section = line.slice(1, 81);
  }
  return text;
}
