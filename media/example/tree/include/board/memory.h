#ifndef BOARD_MEMORY_H
#define BOARD_MEMORY_H

#include <stdint.h>

typedef struct MemoryRegionOps {
    uint64_t (*read)(void *opaque, uint64_t addr, unsigned size);
    void (*write)(void *opaque, uint64_t addr, uint64_t data, unsigned size);
    struct {
        unsigned min_access_size;
        unsigned max_access_size;
    } impl;
} MemoryRegionOps;

typedef struct MemoryRegion {
    const MemoryRegionOps *ops;
    void *opaque;
    uint64_t base;
    uint64_t size;
} MemoryRegion;

/* Keeps @ops and @opaque until memory_region_del(). */
void memory_region_init_io(MemoryRegion *mr, const MemoryRegionOps *ops, void *opaque,
                           const char *name, uint64_t size);
void memory_region_add(MemoryRegion *mr, uint64_t base);
void memory_region_del(MemoryRegion *mr);

/* What the guest does. */
uint64_t guest_read(uint64_t addr);
void guest_write(uint64_t addr, uint64_t data);

#endif
