/** A device in C with its port to Rust, and the bindings between them, by path. */
export const FAN_TREE: Readonly<Record<string, string>> = {
  'include/board/fan.h': `#define TYPE_FAN "board-fan"

/** What a fan does when it is asked. */
typedef struct FanOps {
    /* Reads a register. */
    uint64_t (*read)(void *opaque, uint64_t addr);
    void (*stop)(void *opaque);
} FanOps;

typedef struct FanState {
    uint32_t rpm;
    uint32_t mode;
} FanState;

typedef enum FanMode {
    FAN_MODE_OFF,
    FAN_MODE_ON,
} FanMode;

/* Sets up a fan. */
void fan_init(FanState *s, const FanOps *ops);
FanState *fan_create(uint64_t addr);
void fan_orphan(void);
`,
  'hw/misc/fan.c': `#include "board/fan.h"

static uint64_t fan_read(void *opaque, uint64_t addr)
{
    return 0;
}

static void fan_beep(void)
{
}

static const FanOps fan_ops = {
    .read = fan_read,
};

static const VMStateDescription vmstate_fan = {
    .name = "fan-stream",
    .fields = (const VMStateField[]) {
        VMSTATE_UINT32(rpm, FanState),
    },
};

static const Property fan_properties[] = {
    DEFINE_PROP_UINT32("top-speed", FanState, rpm, 0),
};
`,
  'hw/misc/board.c': `#include "board/fan.h"

void board_init(void)
{
    fan_create(0x1000);
}
`,
  'rust/fan-sys/src/lib.rs': `pub mod bindings {
    extern "C" {
        pub fn fan_init(s: *mut FanState, ops: *const FanOps);
    }
}
`,
  'rust/hw/misc/fan/src/device.rs': `use crate::bindings;

/// Registers, as C has them.
#[repr(C)]
pub struct FanState {
    #[property(rename = "top-speed")]
    pub rpm: u32,
    pub mode: u32,
}

#[repr(u32)]
pub enum FanMode {
    Off = 0,
    On = 1,
}

unsafe extern "C" fn fan_read_cb(opaque: *mut c_void, addr: u64) -> u64 {
    0
}

static FAN_OPS: bindings::FanOps = bindings::FanOps {
    read: Some(fan_read_cb),
    stop: None,
};

pub const VMSTATE_FAN: VMStateDescription<FanState> =
    VMStateDescriptionBuilder::<FanState>::new()
        .name(c"fan-stream")
        .fields(vmstate_fields! {
            vmstate_of!(FanState, rpm),
        })
        .build();

impl FanState {
    pub fn set_up(&mut self) {
        // SAFETY: the table is static.
        unsafe { bindings::fan_init(self, &FAN_OPS) }
    }

    fn beep(&self) {
        trace::trace_fan_beep();
    }
}

#[no_mangle]
pub extern "C" fn fan_create(addr: u64) -> *mut FanState {
    let mut fan = Box::new(FanState { rpm: 0, mode: 0 });
    fan.set_up();
    Box::into_raw(fan)
}
`,
  'hw/misc/trace-events': 'fan_beep(void) "beep"\n',
};

/** Path, 1-based line and column of the first place where a file says `text`, at its part `at`. */
export function placeIn(
  path: string,
  text: string,
  at = text,
): { readonly path: string; readonly text: string; readonly line: number; readonly column: number } {
  const whole = FAN_TREE[path] ?? '';
  const lines = whole.split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  if (line < 0) throw new Error(`${path} does not say ${text}`);
  const start = (lines[line] ?? '').indexOf(text) + text.indexOf(at);
  return { path, text: whole, line: line + 1, column: start + 1 };
}
