#include "board/config.h"
#include <stdio.h>
#include <stdlib.h>

uint32_t board_config_uint(const char *key, uint32_t fallback, GError **error)
{
    char name[64];
    const char *value;
    char *end;
    unsigned long number;

    snprintf(name, sizeof(name), "BOARD_%s", key);
    value = getenv(name);
    if (!value) {
        return fallback;
    }
    number = strtoul(value, &end, 10);
    if (end == value || *end != '\0') {
        g_set_error_literal(error, BOARD_CONFIG_ERROR, 1, name);
        return 0;
    }
    return (uint32_t)number;
}
