/** In what a record agrees with another one, or with what was typed. */
export interface Agreement {
  isSameName: boolean;
  isNearName: boolean;
  isSameNumber: boolean;
}

/** The same in words, what says most first. */
export function agreementWords({ isSameName, isNearName, isSameNumber }: Agreement): string[] {
  return [
    ...(isSameNumber ? ['the same phone number'] : []),
    ...(isSameName ? ['the same name'] : []),
    ...(isNearName ? ['a name that sounds the same'] : []),
  ];
}
