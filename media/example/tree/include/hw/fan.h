#ifndef HW_FAN_H
#define HW_FAN_H

#include "board/object.h"

#define TYPE_FAN "fan"

/* Registers, 4 bytes each. */
#define FAN_REG_DUTY 0x0 /* 0 to 100 */
#define FAN_REG_RPM 0x4 /* read only */
#define FAN_REG_ALARM 0x8 /* write to clear */

#define FAN_MMIO_SIZE 0x10

/* Called when a fan is too slow for its duty; @name belongs to the fan. */
typedef void FanAlarm(void *opaque, const char *name, uint32_t rpm);

/* Registers @alarm for all fans; the list keeps @opaque. */
void fan_add_alarm(FanAlarm *alarm, void *opaque);

/* Sets the duty of @dev as the guest would. Returns false and sets @errp if it is out of range. */
bool fan_set_duty(DeviceState *dev, uint32_t duty, Error **errp);

/* How many samples of the speed were taken since the last reset. */
uint32_t fan_sample_count(const DeviceState *dev);

void fan_map(DeviceState *dev, uint64_t base);
void fan_register_types(void);

#endif
