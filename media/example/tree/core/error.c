#include "board/error.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct Error {
    char msg[160];
};

Error *error_fatal;

void error_setg(Error **errp, const char *fmt, ...)
{
    Error *err = calloc(1, sizeof(*err));
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
    va_end(ap);
    error_propagate(errp, err);
}

void error_propagate(Error **errp, Error *err)
{
    if (!err) {
        return;
    }
    if (errp == &error_fatal) {
        error_report_err(err);
        exit(1);
    }
    if (errp && !*errp) {
        *errp = err;
    } else {
        error_free(err);
    }
}

const char *error_get_pretty(const Error *err)
{
    return err->msg;
}

void error_free(Error *err)
{
    free(err);
}

void error_report_err(Error *err)
{
    fprintf(stderr, "board: %s\n", err->msg);
    error_free(err);
}
