/** In what a record agrees with another one, or with what was typed. */
export interface Agreement {
  isSameName: boolean;
  isNearName: boolean;
  isSameNumber: boolean;
  /** Whether the days of birth that both brought along are one; null while one of them is not known. */
  isSameBirth: boolean | null;
}

/** The same in words, what says most first. */
export function agreementWords({ isSameName, isNearName, isSameNumber, isSameBirth }: Agreement): string[] {
  return [
    ...(isSameBirth ? ['the same day of birth'] : []),
    ...(isSameNumber ? ['the same phone number'] : []),
    ...(isSameName ? ['the same name'] : []),
    ...(isNearName ? ['a name that sounds the same'] : []),
    ...(isSameBirth === false ? ['different days of birth'] : []),
  ];
}
