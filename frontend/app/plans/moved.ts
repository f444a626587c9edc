/** The list with one of its items a place further up (-1) or down (1); as it was where there is no further. */
export function moved<T>(items: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  if (to < 0 || to >= items.length) return [...items];
  const list = [...items];
  [list[from], list[to]] = [list[to]!, list[from]!];
  return list;
}

/** Theirs, and after it what only mine has. */
export function both<T>(theirs: readonly T[], mine: readonly T[], isSame: (a: T, b: T) => boolean): T[] {
  return [...theirs, ...mine.filter((one) => !theirs.some((other) => isSame(one, other)))];
}

/** One that was taken out, back in its place, or at the end of what became shorter. */
export function backIn<T>(items: readonly T[], index: number, item: T): T[] {
  return items.toSpliced(Math.min(index, items.length), 0, item);
}
