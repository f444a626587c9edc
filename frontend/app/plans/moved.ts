/** The list with one of its items a place further up (-1) or down (1); as it was where there is no further. */
export function moved<T>(items: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  if (to < 0 || to >= items.length) return [...items];
  const list = [...items];
  [list[from], list[to]] = [list[to]!, list[from]!];
  return list;
}

/** An item with a name that stays its own wherever it goes in its list. */
export interface Row<T> {
  key: string;
  item: T;
}

/** Each item as a row; of items that are the same, the first is the first wherever they stand. */
export function rowsOf<T>(items: readonly T[], nameOf: (item: T) => string): Row<T>[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { key: `${before} ${name}`, item };
  });
}

/** Theirs, and after it what only mine has. */
export function both<T>(theirs: readonly T[], mine: readonly T[], isSame: (a: T, b: T) => boolean): T[] {
  return [...theirs, ...mine.filter((one) => !theirs.some((other) => isSame(one, other)))];
}

/** One that was taken out, back in its place, or at the end of what became shorter. */
export function backIn<T>(items: readonly T[], index: number, item: T): T[] {
  return items.toSpliced(Math.min(index, items.length), 0, item);
}
