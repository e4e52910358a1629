#ifndef BOARD_ERROR_H
#define BOARD_ERROR_H

#include <stdbool.h>

/*
 * Errors go to the caller through a parameter Error **errp. It may be NULL (the caller does not care),
 * &error_fatal (the caller wants the program to end), or the address of a variable that holds NULL.
 * A function that can fail returns false, or a value that says so, if and only if it has set an error.
 */
typedef struct Error Error;

extern Error *error_fatal;

void error_setg(Error **errp, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Takes over @err and hands it to @errp. */
void error_propagate(Error **errp, Error *err);

/* The text belongs to @err. */
const char *error_get_pretty(const Error *err);

void error_free(Error *err);

/* Prints and frees @err. */
void error_report_err(Error *err);

#endif
