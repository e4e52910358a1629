#ifndef BOARD_OBJECT_H
#define BOARD_OBJECT_H

#include "board/error.h"
#include <stddef.h>
#include <stdint.h>

typedef struct DeviceState DeviceState;
typedef struct DeviceClass DeviceClass;
typedef struct VMStateDescription VMStateDescription;

typedef enum ResetKind {
    RESET_COLD,
    RESET_WARM,
} ResetKind;

typedef struct Property {
    const char *name;
    uint32_t offset;
    uint32_t defval;
} Property;

#define DEFINE_PROP_UINT32(_name, _state, _field, _defval) \
    { .name = (_name), .offset = offsetof(_state, _field), .defval = (_defval) }

struct DeviceClass {
    /* Fails by setting @errp. Called once, after the properties are set. */
    void (*realize)(DeviceState *dev, Error **errp);
    void (*reset)(DeviceState *dev, ResetKind kind);
    /* Called when the last reference goes; the memory is freed by the caller. */
    void (*finalize)(DeviceState *dev);
    const VMStateDescription *vmsd;
    const Property *props;
    uint32_t n_props;
};

/* First member of each device. The board zeroes the memory of a device before it is used. */
struct DeviceState {
    const DeviceClass *klass;
    uint32_t refcount;
    char *id;
};

typedef struct TypeInfo {
    const char *name;
    const char *parent;
    uint32_t instance_size;
    void (*class_init)(DeviceClass *dc, const void *data);
} TypeInfo;

void type_register_static(const TypeInfo *info);

/* The caller owns the reference that is returned. @id is copied. */
DeviceState *device_new(const char *type, const char *id);
bool device_set_prop(DeviceState *dev, const char *name, uint32_t value, Error **errp);
bool device_realize(DeviceState *dev, Error **errp);
void device_reset(DeviceState *dev, ResetKind kind);
DeviceState *device_ref(DeviceState *dev);
void device_unref(DeviceState *dev);

#endif
