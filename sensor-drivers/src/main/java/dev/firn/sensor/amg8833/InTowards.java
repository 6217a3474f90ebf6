package dev.firn.sensor.amg8833;

/** Which way across the picture counts as in: to the column of the part's pixel 8, or to that of its pixel 1. */
enum InTowards {
    PIXEL_8,
    PIXEL_1
}
