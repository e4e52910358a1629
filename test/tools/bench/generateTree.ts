import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Devices, each with a source and a header; with what belongs to none that makes the C files of a tree like QEMU's. */
const DEVICES = 4_000;
const HELPERS = 2_000;
const RUST_FILES = 120;
const FOLDERS = ['char', 'timer', 'net', 'misc', 'block', 'display', 'usb', 'virtio'];

/** The same numbers in every run. */
function createRandom(): (below: number) => number {
  let state = 12345;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
}

/**
 * Writes a tree of about 10,000 C and 120 Rust files below `root`, in sizes and kinds of declarations as a large project has
 * them. Returns how many files and bytes there are.
 */
export async function generateTree(
  root: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const random = createRandom();
  const texts: (readonly [string, string])[] = [];
  for (let at = 0; at < DEVICES; at++) {
    const folder = FOLDERS[at % FOLDERS.length] ?? '';
    texts.push([`include/hw/${folder}/dev${at}.h`, header(at, 4 + random(12))]);
    texts.push([`hw/${folder}/dev${at}.c`, source(at, 8 + random(45))]);
  }
  for (let at = 0; at < HELPERS; at++)
    texts.push([`util/part${at % 40}/helper${at}.c`, helper(at, 5 + random(40))]);
  for (let at = 0; at < RUST_FILES; at++)
    texts.push([`rust/hw/misc/dev${at}/src/device.rs`, rust(at, 5 + random(20))]);
  let bytes = 0;
  const folders = new Set(texts.map(([path]) => dirname(path)));
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  for (let from = 0; from < texts.length; from += 64)
    await Promise.all(texts.slice(from, from + 64).map(([path, text]) => writeFile(join(root, path), text)));
  for (const [, text] of texts) bytes += text.length;
  return { files: texts.length, bytes };
}

function times(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('\n');
}

function header(id: number, size: number): string {
  return `#ifndef HW_DEV${id}_H
#define HW_DEV${id}_H

#include "qemu/osdep.h"

#define TYPE_DEV${id} "dev${id}"
OBJECT_DECLARE_SIMPLE_TYPE(Dev${id}State, DEV${id})

${times(size, (at) => `#define DEV${id}_REG_${at} 0x${(at * 4).toString(16)}`)}

/* What the board gives to the device. */
typedef struct Dev${id}Ops {
    uint64_t (*read)(void *opaque, hwaddr addr, unsigned size);
    void (*write)(void *opaque, hwaddr addr, uint64_t value, unsigned size);
    int (*prepare)(void *opaque, Error **errp);
} Dev${id}Ops;

struct Dev${id}State {
    SysBusDevice parent_obj;
    MemoryRegion iomem;
${times(size, (at) => `    uint32_t reg${at};`)}
    const Dev${id}Ops *ops;
};

typedef enum Dev${id}Mode {
${times(4, (at) => `    DEV${id}_MODE_${at},`)}
} Dev${id}Mode;

${times(size, (at) => `/**\n * dev${id}_step${at}: takes the next step.\n * @s: the device\n */\nint dev${id}_step${at}(Dev${id}State *s, uint32_t value);`)}

#endif
`;
}

function source(id: number, size: number): string {
  return `#include "qemu/osdep.h"
#include "hw/dev${id}.h"

${times(
  size,
  (at) => `static uint32_t dev${id}_part${at}(Dev${id}State *s, hwaddr offset)
{
    uint32_t value = 0;

    /* The register is read in two steps. */
    for (int i = 0; i < ${at + 3}; i++) {
        if (s->reg0 & (1u << i)) {
            value |= extract32(offset, i, 4) << (i & 7);
        } else {
            qemu_log_mask(LOG_GUEST_ERROR, "%s: bad offset 0x%" HWADDR_PRIx "\\n", __func__, offset);
        }
    }
    return value;
}
`,
)}
static const VMStateDescription vmstate_dev${id} = {
    .name = "dev${id}-state",
    .version_id = 1,
    .fields = (const VMStateField[]) {
${times(4, (at) => `        VMSTATE_UINT32(reg${at}, Dev${id}State),`)}
        VMSTATE_END_OF_LIST()
    },
};

static const Property dev${id}_properties[] = {
    DEFINE_PROP_UINT32("dev${id}-speed", Dev${id}State, reg0, 0),
};

static const MemoryRegionOps dev${id}_ops = {
    .read = dev${id}_read,
    .write = dev${id}_write,
    .endianness = DEVICE_LITTLE_ENDIAN,
};

int dev${id}_step0(Dev${id}State *s, uint32_t value)
{
    return dev${id}_part0(s, value);
}
`;
}

function helper(id: number, size: number): string {
  return `#include "qemu/osdep.h"

${times(
  size,
  (at) => `/* Adds up what it is given. */
int helper${id}_sum${at}(const int *values, size_t count)
{
    int sum = ${at};

    while (count-- > 0) {
        sum += *values++;
    }
    return sum;
}
`,
)}`;
}

function rust(id: number, size: number): string {
  return `use crate::bindings;

#[repr(C)]
pub struct Dev${id}State {
${times(4, (at) => `    pub reg${at}: u32,`)}
}

impl Dev${id}State {
${times(
  size,
  (at) => `    /// Takes the next step.
    pub fn step${at}(&mut self, value: u32) -> i32 {
        // SAFETY: the pointer is of a live device.
        unsafe { bindings::dev${id}_step${at % 4}(self, value) }
    }
`,
)}}
`;
}

/** A mail that adds a device in Rust: calls of functions in headers and in sources, a struct, slots and a property. */
export function generatePatch(): string {
  const lines = `use crate::bindings;

#[repr(C)]
pub struct Dev77State {
    #[property(rename = "dev77-speed")]
    pub reg0: u32,
}

#[repr(C)]
pub struct Dev901Ops {
    read: Option<unsafe extern "C" fn(*mut c_void, u64, u32) -> u64>,
}

unsafe extern "C" fn dev77_read_cb(opaque: *mut c_void, addr: u64, size: u32) -> u64 {
    0
}

static OPS: bindings::Dev78Ops = bindings::Dev78Ops { read: Some(dev77_read_cb), ..Zeroable::ZERO };

${times(
  20,
  (at) => `pub fn go${at}(s: *mut Dev77State) -> i32 {
    unsafe { bindings::dev${at * 190}_step0(s.cast(), ${at}) }
}

pub fn sum${at}(values: &[i32]) -> i32 {
    unsafe { bindings::helper${at * 99}_sum1(values.as_ptr(), values.len()) }
}
`,
)}`.split('\n');
  return `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
From: Author One <author@example.org>
Date: Mon, 6 Oct 2025 10:00:00 +0000
Message-ID: <bench-1@example.org>
Subject: [PATCH] hw/misc: add a device in Rust

Signed-off-by: Author One <author@example.org>
---
diff --git a/rust/hw/timer/dev77/src/device.rs b/rust/hw/timer/dev77/src/device.rs
new file mode 100644
--- /dev/null
+++ b/rust/hw/timer/dev77/src/device.rs
@@ -0,0 +1,${lines.length} @@
${lines.map((line) => `+${line}`).join('\n')}
-- 
2.43.0
`;
}
