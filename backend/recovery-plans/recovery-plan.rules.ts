/** What a change did to the lines of a part; a line that only moved is neither added nor removed. */
export function whatChanged(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  return { added: without(after, before), removed: without(before, after) };
}

/** One who is there twice and taken out once is still there once. */
function without(lines: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
