/** A device in Rust and in C, with what makes hunks of either hard to read. */
export const FAN_RS = `use std::{
    ffi::{c_int, c_void},
    ptr::NonNull,
};

/// Speed of the fan.
#[repr(C)]
#[derive(Clone, Copy)]
pub enum Speed {
    Off,
    Low = 3,
    Exact { rpm: u32 },
}

pub struct FanState {
    pub parent: ParentField<Device>,
    duty: Cell<u8>,
    callback: Option<unsafe extern "C" fn(*mut c_void, c_int)>,
}

unsafe extern "C" {
    fn fan_start(fan: *mut c_void, speed: c_int) -> c_int;
    pub safe fn fan_count() -> c_int;
}

static FAN_OPS: MemoryRegionOps<FanState> = MemoryRegionOpsBuilder::new()
    .read(&FanState::read)
    .write(
        &FanState::write,
        AccessSize::Four,
    )
    .build();

const LIMITS: [u32; 3] = [
    800,
    1_200,
    2_400,
];

impl FanState {
    /// Reads a register.
    fn read(&self, addr: u64, _size: u32) -> u64 {
        match addr {
            0 => u64::from(self.duty.get()),
            4 if self.is_on() => {
                let rpm = self.rpm();
                u64::from(rpm)
            }
            _ => 0,
        }
    }

    fn write(&self, addr: u64, value: u64) {
        if addr == 0
            && value <= 100
        {
            self.duty.set(value as u8);
        } else if value > 100 {
            let report = Report {
                addr,
                value: value as u32,
                name: "a \\" } quote",
            };
            report.send(|r| {
                r.log('}')
            });
        } else {
            log(&[
                addr,
                value,
            ]);
        }
        let state = unsafe {
            // SAFETY: the device owns it.
            &mut *self.opaque.as_ptr()
        };
        for limit in LIMITS.iter().filter(|&&l| l > 0) {
            state.check(*limit).map_err(|e| {
                error!("limit {}", e)
            })?;
        }
    }

    unsafe fn start(
        &self,
        speed: Speed,
        data: *mut c_void,
    ) -> Result<(), Error>
    where
        Self: Sized,
    {
        let code = fan_start(
            data,
            speed as c_int,
        );
        if code < 0 {
            return Err(Error::from_raw(code));
        }
        *data.cast::<c_int>() = code;
        Ok(())
    }
}

macro_rules! field_of {
    ($obj:expr, $field:ident) => {
        unsafe { core::ptr::addr_of_mut!((*$obj).$field) }
    };
}

unsafe extern "C" fn fan_tick(opaque: *mut c_void) {
    let fan = unsafe { NonNull::new_unchecked(opaque.cast::<FanState>()) };
    unsafe { fan.as_ref().tick() }
}
`;

export const FAN_C = `/*
 * A fan.
 */
#include "hw/fan.h"

#define FAN_REG(s, n) \\
    do { \\
        (s)->regs[n] = 0; \\
    } while (0)

OBJECT_DECLARE_SIMPLE_TYPE(FanState, FAN)

enum FanSpeed {
    FAN_OFF,
    FAN_LOW = 3,
};

struct FanState {
    SysBusDevice parent_obj;
    MemoryRegion iomem;
    void (*changed)(void *opaque,
                    int speed);
    QTAILQ_HEAD(, FanListener) listeners;
    uint32_t regs[4];
} QEMU_PACKED;

static uint64_t fan_read(void *opaque, hwaddr addr,
                         unsigned size)
{
    FanState *s = opaque;
    FanListener *l;

    switch (addr) {
    case 0:
        return s->regs[0];
    case 4: {
        /* A block
         * of its own. */
        break;
    }
    default:
        qemu_log_mask(LOG_GUEST_ERROR,
                      "%s: bad offset 0x%x }\\n",
                      __func__, (int)addr);
    }
    QTAILQ_FOREACH(l, &s->listeners, next) {
        if (l->speed > 3 &&
            l->on) {
            l->notify(l);
        } else if (!l->on) {
            l->on = true;
        } else {
            break;
        }
    }
    for (int i = 0; i < 4;
         i++)
        s->regs[i] = 0;
    do {
        s->regs[0]++;
    } while (s->regs[0] < 4);
    return 0;
}

static const MemoryRegionOps fan_ops = {
    .read = fan_read,
    .write = fan_write,
    .valid = {
        .min_access_size = 4,
    },
};

static const char *const names[] = {
    "off",
    "low",
};

#ifdef CONFIG_FAN
static void coroutine_fn
fan_realize(DeviceState *dev, Error **errp)
{
    FanState *s = FAN(dev);

#ifdef CONFIG_IRQ
    if (s->irq) {
#else
    if (s->poll) {
#endif
        error_setg(errp, "fan: %s",
                   names[0]);
        goto out;
    }
    memory_region_init_io(&s->iomem, OBJECT(s), &fan_ops, s,
                          TYPE_FAN, 4);
out:
    g_free(s->name);
}
#endif

type_init(fan_register_types)
`;
