/** A start that can't work, in words for the person at the terminal. */
export class CannotStart extends Error {}
