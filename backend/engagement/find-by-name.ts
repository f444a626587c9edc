/** "José" is found by "jose", "JOSÉ" and "osé". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether any part of the preferred or the legal name is what was typed; nothing typed finds everybody. */
export function isFoundBy(
  typed: string | undefined,
  person: { preferredName: string; legalName: string },
): boolean {
  const part = folded(typed?.trim() ?? '');
  return (
    part === '' || folded(person.preferredName).includes(part) || folded(person.legalName).includes(part)
  );
}
