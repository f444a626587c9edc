/** Why a cell is not taken, in words a person can act on; whoever knows the column adds it. */
export interface Refused {
  code: string;
  words: string;
}

/** What a cell says, or why it can't be taken. `mark`: taken, but somebody should look. */
export type Typed<T> = { value: T; mark?: Refused } | { refused: Refused };

export function refused(code: string, words: string): { refused: Refused } {
  return { refused: { code, words } };
}
