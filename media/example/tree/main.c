/* Brings up one fan and lets a guest use it. */
#include "board/memory.h"
#include "board/timer.h"
#include "board/vmstate.h"
#include "hw/fan.h"
#include <inttypes.h>
#include <stdio.h>

#define BASE 0x1000

static void print_alarm(void *opaque, const char *name, uint32_t rpm)
{
    int *count = opaque;

    printf("alarm %d: %s turns at %" PRIu32 "\n", ++*count, name, rpm);
}

int main(void)
{
    int alarm_count = 0;
    Error *err = NULL;
    uint8_t stream[64];
    DeviceState *dev;

    fan_register_types();
    fan_add_alarm(print_alarm, &alarm_count);

    dev = device_new(TYPE_FAN, "broken-fan");
    device_set_prop(dev, "max-rpm", 0, &error_fatal);
    if (!device_realize(dev, &err)) {
        printf("%s\n", error_get_pretty(err));
        error_free(err);
        err = NULL;
    }
    device_unref(dev);

    dev = device_new(TYPE_FAN, "cpu-fan");
    device_realize(dev, &error_fatal);
    fan_map(dev, BASE);
    device_reset(dev, RESET_COLD);

    board_run(25);
    printf("duty %" PRIu64 ", rpm %" PRIu64 "\n", guest_read(BASE), guest_read(BASE + 4));
    guest_write(BASE, 250);
    board_run(25);
    printf("duty %" PRIu64 ", rpm %" PRIu64 "\n", guest_read(BASE), guest_read(BASE + 4));
    guest_write(BASE, 5);
    board_run(25);
    printf("alarm register %" PRIu64 "\n", guest_read(BASE + 8));
    guest_write(BASE + 8, 0);

    if (!fan_set_duty(dev, 101, &err)) {
        printf("%s\n", error_get_pretty(err));
        error_free(err);
    }
    printf("%" PRIu32 " samples\n", fan_sample_count(dev));
    printf("%d bytes of state\n", vmstate_save(dev->klass->vmsd, dev, stream, sizeof(stream)));
    device_unref(dev);
    return 0;
}
