/** A device in C, and below its faithful port to Rust: the same in every fact. */
export const C = `
#define TYPE_FAN "fan"
#define FAN_BLADES 3
#define REG_RPM 0x4
struct FanState { SysBusDevice parent_obj; MemoryRegion iomem; uint32_t rpm; uint8_t mode; uint32_t log[FAN_BLADES]; qemu_irq irq[2]; };

static uint64_t fan_read(void *opaque, hwaddr offset, unsigned size)
{
    switch (offset) {
    case 0:
        return 1;
    case REG_RPM:
        trace_fan_read(offset);
        return 2;
    default:
        qemu_log_mask(LOG_GUEST_ERROR, "fan: bad offset\\n");
        return 0;
    }
}

static const MemoryRegionOps fan_ops = {
    .read = fan_read,
    .endianness = DEVICE_LITTLE_ENDIAN,
    .valid = { .min_access_size = 4, .max_access_size = 4 },
    .impl.min_access_size = 4,
    .impl.max_access_size = 4,
};

static const VMStateDescription vmstate_fan_clock = {
    .name = "fan/clock",
    .version_id = 1,
    .minimum_version_id = 1,
    .needed = fan_clock_needed,
    .fields = (const VMStateField[]) { VMSTATE_CLOCK(clk, FanState), VMSTATE_END_OF_LIST() }
};

static const VMStateDescription vmstate_fan = {
    .name = TYPE_FAN,
    .version_id = 2,
    .minimum_version_id = 1,
    .fields = (const VMStateField[]) {
        VMSTATE_UNUSED(4),
        VMSTATE_UINT32(rpm, FanState),
        VMSTATE_UINT8_V(mode, FanState, 2),
        VMSTATE_UINT32_ARRAY(log, FanState, FAN_BLADES),
        VMSTATE_TIMER_PTR(timer, FanState),
        VMSTATE_END_OF_LIST()
    },
    .subsections = (const VMStateDescription * const []) { &vmstate_fan_clock, NULL }
};

static const Property fan_properties[] = {
    DEFINE_PROP_UINT8("blades", FanState, blades, FAN_BLADES),
    DEFINE_PROP_BIT("quiet", FanState, flags, 1, false),
    DEFINE_PROP_CHR("chardev", FanState, chr),
};

static void fan_init(Object *obj)
{
    memory_region_init_io(&s->iomem, obj, &fan_ops, s, "fan", 0x100);
    for (i = 0; i < 2; i++) {
        sysbus_init_irq(sbd, &s->irq[i]);
    }
    qdev_init_gpio_in(dev, fan_gpio, 2);
    s->clk = qdev_init_clock_in(dev, "clk", fan_tick, s, ClockUpdate);
}

static void fan_reset(DeviceState *dev)
{
    s->rpm = 0;
    s->mode |= 1;
}

static void fan_class_init(ObjectClass *oc, const void *data)
{
    device_class_set_legacy_reset(dc, fan_reset);
}

static const TypeInfo fan_info = { .name = TYPE_FAN, .parent = TYPE_SYS_BUS_DEVICE };
`;

export const RUST = `
pub const TYPE_FAN: &CStr = c"fan";
const BLADES: usize = 3;

#[derive(common::TryInto)]
#[repr(u64)]
enum RegisterOffset { ID = 0, RPM = 0x4 }

bits! {
    /// Modes.
    pub struct Mode(u8) { RUN = 1 }
}

pub struct FanRegisters {
    #[doc(alias = "rpm")]
    pub speed: u32,
    pub mode: Mode,
    pub log: [u32; BLADES],
}

#[repr(C)]
#[derive(qom::Object, hwcore::Device)]
pub struct FanState {
    parent_obj: ParentField<SysBusDevice>,
    iomem: MemoryRegion,
    regs: BqlRefCell<FanRegisters>,
    timer: Timer,
    interrupts: [InterruptSource; 2],
    clk: Owned<Clock>,
    #[property(default = BLADES)]
    blades: u8,
    #[property(rename = "quiet", bit = 1, default = false)]
    flags: u32,
    #[property(rename = "chardev")]
    chr: CharFrontend,
}

unsafe impl ObjectType for FanState {
    type Class = <SysBusDevice as ObjectType>::Class;
    const TYPE_NAME: &'static CStr = crate::TYPE_FAN;
}

impl ObjectImpl for FanState {
    type ParentType = SysBusDevice;
}

impl FanRegisters {
    fn reset(&mut self) {
        self.speed = 0;
        self.mode = Mode::RUN;
    }
}

impl FanState {
    unsafe fn init(mut this: ParentInit<Self>) {
        static FAN_OPS: MemoryRegionOps<FanState> = MemoryRegionOpsBuilder::<FanState>::new()
            .read(&FanState::read)
            .little_endian()
            .valid_sizes(4, 4)
            .impl_sizes(4, 4)
            .build();
        MemoryRegion::init_io(&mut uninit_field_mut!(*this, iomem), &FAN_OPS, "fan", 0x100);
        DeviceState::init_clock_in(&mut this, "clk", &Self::tick, ClockEvent::ClockUpdate);
    }
    fn post_init(&self) {
        for irq in self.interrupts.iter() {
            self.init_irq(irq);
        }
        self.init_gpio_in(2, FanState::gpio);
    }
    fn read(&self, offset: hwaddr, _size: u32) -> u64 {
        trace::trace_fan_read(offset);
        log_mask_ln!(Log::GuestError, "fan: bad offset");
        0
    }
}

static VMSTATE_FAN_CLOCK: VMStateDescription<FanState> = VMStateDescriptionBuilder::<FanState>::new()
    .name(c"fan/clock")
    .version_id(1)
    .minimum_version_id(1)
    .needed(&FanState::clock_needed)
    .fields(vmstate_fields! { vmstate_of!(FanState, clk) })
    .build();

impl_vmstate_struct!(
    FanRegisters,
    VMStateDescriptionBuilder::<FanRegisters>::new()
        .name(c"fan/regs")
        .version_id(1)
        .minimum_version_id(1)
        .fields(vmstate_fields! {
            vmstate_of!(FanRegisters, speed),
            vmstate_of!(FanRegisters, mode).with_version_id(2),
            vmstate_of!(FanRegisters, log),
        })
        .build()
);

const VMSTATE_FAN: VMStateDescription<FanState> = VMStateDescriptionBuilder::<FanState>::new()
    .name(c"fan")
    .version_id(2)
    .minimum_version_id(1)
    .fields(vmstate_fields! {
        vmstate_unused!(size_of::<u32>()),
        vmstate_of!(FanState, regs),
        vmstate_of!(FanState, timer),
    })
    .subsections(vmstate_subsections! { VMSTATE_FAN_CLOCK })
    .build();
`;
