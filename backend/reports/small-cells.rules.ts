/** From 1 through this many, a count says too much about a person to leave the organization. 0 says nothing of anyone. */
export const SMALL_THROUGH = 10;

/** What everybody can work out: the cells on one side add up to those on the other. Places in a list of counts. */
export interface Balance {
  sum: readonly number[];
  of: readonly number[];
}

export function isSmall(count: number): boolean {
  return count >= 1 && count <= SMALL_THROUGH;
}

/** How long one look for another answer may take before more is hidden instead; far more than tables of ours need. */
const MOST_TRIES = 4000;
const MOST_CHANGED = 16;

interface Cell {
  value: number;
  least: number;
  most: number;
  /** Places of its balances, and on which side it stands. */
  in: { balance: number; sign: 1 | -1 }[];
}

/**
 * Which counts are hidden for outside: those of 1 to 10, and as many more as it takes until nobody who knows every count
 * shown, every sum there is, and which counts are small, can work out a hidden one.
 *
 * A hidden count is safe once another set of counts was found that says the same wherever something is shown, and
 * differs there. That stays so whatever else is hidden, so each is looked at until it is safe; where no such set is
 * found, the smallest count that stands in a sum with it is hidden too. Zeros are hidden last.
 */
export function hideSmallCells(counts: readonly number[], balances: readonly Balance[]): boolean[] {
  const cells = counts.map((value): Cell => ({ value, ...rangeOf(value), in: [] }));
  balances.forEach(({ sum, of }, balance) => {
    for (const place of sum) cells[place]!.in.push({ balance, sign: 1 });
    for (const place of of) cells[place]!.in.push({ balance, sign: -1 });
  });
  const members = balances.map(({ sum, of }) => [...sum, ...of]);
  const hidden = counts.map(isSmall);
  const isSafe = counts.map(() => false);
  const toLookAt = counts.flatMap((_, place) => (hidden[place] ? [place] : []));
  while (toLookAt.length > 0) {
    const place = toLookAt.at(-1)!;
    const alone = aloneIn(place, cells, members, hidden);
    const changed = isSafe[place] || alone ? null : otherAnswer(place, cells, members, hidden);
    for (const each of changed ?? []) isSafe[each] = true;
    if (isSafe[place]) {
      toLookAt.pop();
      continue;
    }
    const partner = alone ? bestOf(alone, cells, members, hidden) : partnerOf(place, cells, members, hidden);
    if (partner === null) return counts.map(() => true);
    hidden[partner] = true;
    toLookAt.push(partner);
  }
  return hidden;
}

/** The counts shown in a balance in which this is the one hidden, so that it is what is missing; null without one. */
function aloneIn(
  place: number,
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
): number[] | null {
  for (const { balance } of cells[place]!.in) {
    if (members[balance]!.some((each) => each !== place && hidden[each])) continue;
    const counted = members[balance]!.filter((each) => each !== place && cells[each]!.value > 0);
    return counted.length > 0 ? counted : null;
  }
  return null;
}

/** What is known of a hidden count by whoever knows whether it is small. */
function rangeOf(value: number): Pick<Cell, 'least' | 'most'> {
  if (isSmall(value)) return { least: 1, most: SMALL_THROUGH };
  return { least: value > SMALL_THROUGH ? SMALL_THROUGH + 1 : 0, most: Infinity };
}

/** The hidden cells that differ in another set of counts that fits all that is shown, this one among them; or null. */
function otherAnswer(
  place: number,
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
): number[] | null {
  for (const step of [1, -1]) {
    const search = { tries: 0, moved: new Map<number, number>(), off: new Map<number, number>() };
    if (fits(cells[place]!, step) && settle(place, step)) return [...search.moved.keys()];

    function settle(moving: number, by: number): boolean {
      if (search.moved.size >= MOST_CHANGED || ++search.tries > MOST_TRIES) return false;
      shift(moving, by);
      search.moved.set(moving, by);
      const open = [...search.off].filter(([, off]) => off !== 0);
      if (open.length === 0) return true;
      // the shortest of them leaves the fewest ways to go wrong
      const [balance, off] = open.reduce((least, each) =>
        members[each[0]]!.length < members[least[0]]!.length ? each : least,
      );
      for (const choice of choicesFor(balance, off)) if (settle(choice.place, choice.by)) return true;
      search.moved.delete(moving);
      shift(moving, -by);
      return false;
    }

    function choicesFor(balance: number, off: number): { place: number; by: number; opens: number }[] {
      return members[balance]!.flatMap((each) => {
        if (!hidden[each] || search.moved.has(each)) return [];
        const cell = cells[each]!;
        const by = -off * cell.in.find((one) => one.balance === balance)!.sign;
        if (!fits(cell, by)) return [];
        const opens = cell.in.filter(
          (one) => (search.off.get(one.balance) ?? 0) + by * one.sign !== 0,
        ).length;
        return [{ place: each, by, opens }];
      }).sort((one, other) => one.opens - other.opens);
    }

    function shift(moving: number, by: number): void {
      for (const { balance, sign } of cells[moving]!.in)
        search.off.set(balance, (search.off.get(balance) ?? 0) + by * sign);
    }
  }
  return null;
}

function fits({ value, least, most }: Cell, by: number): boolean {
  return value + by >= least && value + by <= most;
}

/**
 * What to hide beside a cell: of those shown that stand in a balance with it or, where there are none, with a hidden one
 * that does; zeros when nothing else is left.
 */
function partnerOf(
  place: number,
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
): number | null {
  const seen = new Set([place]);
  let ring = [place];
  const zeros: number[] = [];
  while (ring.length > 0) {
    const around = new Set(
      ring.flatMap((each) => cells[each]!.in.flatMap(({ balance }) => members[balance]!)),
    );
    const shown = [...around].filter((each) => !hidden[each]);
    const counted = shown.filter((each) => cells[each]!.value > 0);
    if (counted.length > 0) return bestOf(counted, cells, members, hidden);
    zeros.push(...shown);
    ring = [...around].filter((each) => hidden[each] && !seen.has(each));
    for (const each of ring) seen.add(each);
  }
  return zeros[0] ?? null;
}

/** One whose other balances hide something already, so that it needs no partner of its own there; then the smallest. */
function bestOf(
  shown: readonly number[],
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
): number {
  const opens = (each: number): number =>
    cells[each]!.in.filter(({ balance }) => !members[balance]!.some((other) => hidden[other])).length;
  return shown.reduce((least, each) => {
    const more = opens(each) - opens(least) || cells[each]!.value - cells[least]!.value;
    return more < 0 ? each : least;
  });
}
