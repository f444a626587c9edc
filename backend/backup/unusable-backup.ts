/** A file that can't be trusted to bring everything back, in words for whoever holds it. */
export class UnusableBackup extends Error {}

/** Asked for something that can't be done here, in words that say what can. Nothing was touched. */
export class CannotBackUp extends Error {}
