/* A fan: its speed follows its duty, and an alarm is raised when it does not. */
#include "hw/fan.h"
#include "board/config.h"
#include "board/glib.h"
#include "board/memory.h"
#include "board/timer.h"
#include "board/vmstate.h"

#define FAN_SAMPLE_TICKS 10

typedef struct FanState {
    DeviceState parent_obj;
    MemoryRegion iomem;
    BoardTimer *timer;
    GArray *samples;
    uint32_t duty;
    uint32_t rpm;
    uint32_t alarm;
    uint32_t max_rpm;
    uint32_t min_rpm;
} FanState;

#define FAN(obj) ((FanState *)(obj))

typedef struct AlarmEntry {
    FanAlarm *alarm;
    void *opaque;
} AlarmEntry;

static GSList *alarms;

void fan_add_alarm(FanAlarm *alarm, void *opaque)
{
    AlarmEntry *entry = g_new0(AlarmEntry, 1);

    entry->alarm = alarm;
    entry->opaque = opaque;
    alarms = g_slist_prepend(alarms, entry);
}

static void fan_call_alarm(gpointer data, gpointer user_data)
{
    AlarmEntry *entry = data;
    FanState *s = user_data;

    entry->alarm(entry->opaque, s->parent_obj.id, s->rpm);
}

static void fan_sample(void *opaque)
{
    FanState *s = opaque;

    s->rpm = s->max_rpm / 100 * s->duty;
    g_array_append_val(s->samples, s->rpm);
    if (s->duty > 0 && s->rpm < s->min_rpm && !s->alarm) {
        s->alarm = 1;
        g_slist_foreach(alarms, fan_call_alarm, s);
    }
    timer_mod(s->timer, FAN_SAMPLE_TICKS);
}

bool fan_set_duty(DeviceState *dev, uint32_t duty, Error **errp)
{
    FanState *s = FAN(dev);

    if (duty > 100) {
        error_setg(errp, "%s: a duty of %u is more than all", dev->id, duty);
        return false;
    }
    s->duty = duty;
    return true;
}

uint32_t fan_sample_count(const DeviceState *dev)
{
    return ((const FanState *)dev)->samples->len;
}

static uint64_t fan_read(void *opaque, uint64_t addr, unsigned size)
{
    FanState *s = opaque;

    (void)size;
    switch (addr) {
    case FAN_REG_DUTY:
        return s->duty;
    case FAN_REG_RPM:
        return s->rpm;
    case FAN_REG_ALARM:
        return s->alarm;
    default:
        return 0;
    }
}

static void fan_write(void *opaque, uint64_t addr, uint64_t data, unsigned size)
{
    FanState *s = opaque;

    (void)size;
    switch (addr) {
    case FAN_REG_DUTY:
        s->duty = data > 100 ? 100 : (uint32_t)data;
        break;
    case FAN_REG_ALARM:
        s->alarm = 0;
        break;
    default:
        break;
    }
}

static const MemoryRegionOps fan_ops = {
    .read = fan_read,
    .write = fan_write,
    .impl = { .min_access_size = 4, .max_access_size = 4 },
};

static void fan_realize(DeviceState *dev, Error **errp)
{
    FanState *s = FAN(dev);
    GError *gerr = NULL;

    s->min_rpm = board_config_uint("FAN_MIN_RPM", s->min_rpm, &gerr);
    if (gerr) {
        error_setg(errp, "%s: %s is no number", dev->id, gerr->message);
        g_error_free(gerr);
        return;
    }
    if (s->max_rpm == 0) {
        error_setg(errp, "%s: max-rpm must not be 0", dev->id);
        return;
    }
    s->samples = g_array_new(0, 0, sizeof(uint32_t));
    memory_region_init_io(&s->iomem, &fan_ops, s, TYPE_FAN, FAN_MMIO_SIZE);
    s->timer = timer_new(fan_sample, s);
    timer_mod(s->timer, FAN_SAMPLE_TICKS);
}

static void fan_reset(DeviceState *dev, ResetKind kind)
{
    FanState *s = FAN(dev);

    s->duty = kind == RESET_COLD ? 30 : s->duty;
    s->rpm = 0;
    s->alarm = 0;
}

static void fan_finalize(DeviceState *dev)
{
    FanState *s = FAN(dev);

    if (s->timer) {
        timer_free(s->timer);
        memory_region_del(&s->iomem);
        g_array_unref(s->samples);
    }
}

static const VMStateField fan_fields[] = {
    VMSTATE_UINT32(duty, FanState),
    VMSTATE_UINT32(rpm, FanState),
    VMSTATE_UINT32(alarm, FanState),
    VMSTATE_END_OF_LIST(),
};

static const VMStateDescription vmstate_fan = {
    .name = TYPE_FAN,
    .version_id = 2,
    .minimum_version_id = 1,
    .fields = fan_fields,
};

static const Property fan_props[] = {
    DEFINE_PROP_UINT32("max-rpm", FanState, max_rpm, 3000),
    DEFINE_PROP_UINT32("min-rpm", FanState, min_rpm, 300),
};

static void fan_class_init(DeviceClass *dc, const void *data)
{
    (void)data;
    dc->realize = fan_realize;
    dc->reset = fan_reset;
    dc->finalize = fan_finalize;
    dc->vmsd = &vmstate_fan;
    dc->props = fan_props;
    dc->n_props = sizeof(fan_props) / sizeof(fan_props[0]);
}

static const TypeInfo fan_info = {
    .name = TYPE_FAN,
    .parent = "device",
    .instance_size = sizeof(FanState),
    .class_init = fan_class_init,
};

void fan_map(DeviceState *dev, uint64_t base)
{
    memory_region_add(&FAN(dev)->iomem, base);
}

void fan_register_types(void)
{
    type_register_static(&fan_info);
}
