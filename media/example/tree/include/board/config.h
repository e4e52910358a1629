#ifndef BOARD_CONFIG_H
#define BOARD_CONFIG_H

#include "board/glib.h"
#include <stdint.h>

#define BOARD_CONFIG_ERROR 7

/*
 * Value of @key from the environment (BOARD_ and the key), or @fallback if it is not there.
 * Returns 0 and sets @error if it is there but no number.
 */
uint32_t board_config_uint(const char *key, uint32_t fallback, GError **error);

#endif
