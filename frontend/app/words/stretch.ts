/** From `start` up to, not including, `end`: places in a text. */
export type Stretch = readonly [start: number, end: number];
