#ifndef BOARD_VMSTATE_H
#define BOARD_VMSTATE_H

#include <stddef.h>
#include <stdint.h>

typedef struct VMStateField {
    const char *name;
    size_t offset;
    size_t size;
} VMStateField;

struct VMStateDescription {
    const char *name;
    int version_id;
    int minimum_version_id;
    const VMStateField *fields;
};
typedef struct VMStateDescription VMStateDescription;

#define VMSTATE_UINT32(_field, _state) \
    { .name = #_field, .offset = offsetof(_state, _field), .size = sizeof(uint32_t) }
#define VMSTATE_END_OF_LIST() { .name = NULL }

/* Writes the fields of @opaque into @buf; returns how many bytes, or -1 if they do not fit. */
int vmstate_save(const VMStateDescription *vmsd, const void *opaque, uint8_t *buf, size_t size);

#endif
