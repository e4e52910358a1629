#ifndef BOARD_TIMER_H
#define BOARD_TIMER_H

#include <stdint.h>

typedef struct BoardTimer BoardTimer;
typedef void TimerCB(void *opaque);

/* @cb may be called with @opaque at any time until timer_free(). */
BoardTimer *timer_new(TimerCB *cb, void *opaque);
void timer_mod(BoardTimer *timer, int64_t ticks);
void timer_free(BoardTimer *timer);

/* Lets time pass and runs what is due. */
void board_run(int64_t ticks);

#endif
