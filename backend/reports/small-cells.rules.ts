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

/**
 * How far one look for another answer goes, and how often it begins anew by another way: whoever went wrong early comes
 * out sooner by beginning anew. Then more is hidden instead. A row's columns over two programs change some thirty counts.
 */
const MOST_TRIES = 150;
const WAYS = 16;
const MOST_CHANGED = 80;
/** Once so many looks were in vain, a count that no other answer is found for takes along all that is tied to it. */
const MOST_IN_VAIN = 300;

interface Cell {
  value: number;
  worth: number;
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
 *
 * @param worth of each count, how gladly it would be shown: what is worth least is hidden beside another first
 */
export function hideSmallCells(
  counts: readonly number[],
  balances: readonly Balance[],
  worth: readonly number[] = counts.map(() => 1),
): boolean[] {
  const cells = counts.map((value, place): Cell => ({
    value,
    worth: worth[place]!,
    ...rangeOf(value),
    in: [],
  }));
  balances.forEach(({ sum, of }, balance) => {
    for (const place of sum) cells[place]!.in.push({ balance, sign: 1 });
    for (const place of of) cells[place]!.in.push({ balance, sign: -1 });
  });
  const members = balances.map(({ sum, of }) => [...sum, ...of]);
  const hidden = counts.map(isSmall);
  const isSafe = counts.map(() => false);
  const toLookAt = counts.flatMap((_, place) => (hidden[place] ? [place] : []));
  let inVain = 0;
  while (toLookAt.length > 0) {
    const place = toLookAt.at(-1)!;
    const alone = aloneIn(place, cells, members, hidden);
    if (!isSafe[place] && !alone) {
      const changed = inVain < MOST_IN_VAIN ? otherAnswer(place, cells, members, hidden) : null;
      for (const each of changed ?? []) isSafe[each] = true;
      if (!changed) inVain += 1;
    }
    const more = isSafe[place]
      ? []
      : alone
        ? [bestOf(alone, cells, members, hidden)]
        : partnersOf(place, cells, members, hidden, inVain < MOST_IN_VAIN);
    // safe, or all that any sum ties to it is hidden: there is no more to hide
    if (more.length === 0) toLookAt.pop();
    for (const each of more) hidden[each] = true;
    toLookAt.push(...more);
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
  for (let way = 0; way < WAYS; way++) {
    const step = way % 2 === 0 ? 1 : -1;
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
      }).sort((one, other) => one.opens - other.opens || turn(one.place, way) - turn(other.place, way));
    }

    function shift(moving: number, by: number): void {
      for (const { balance, sign } of cells[moving]!.in)
        search.off.set(balance, (search.off.get(balance) ?? 0) + by * sign);
    }
  }
  return null;
}

/** Another order of the same places for each way; the first is their own. */
function turn(place: number, way: number): number {
  return way < 2 ? place : Math.imul(place + 1, 0x9e3779b1 + way * 0x85ebca6b) >>> 0;
}

function fits({ value, least, most }: Cell, by: number): boolean {
  return value + by >= least && value + by <= most;
}

/** What is worth more is hidden only where nothing else is left. */
const WORTH_KEEPING = 3;

/**
 * What to hide beside a cell: of those shown that stand in a balance with it or, where there are none, with a hidden one
 * that does, the best one; then what is worth keeping, and zeros when nothing else is left. All that is tied to it, where
 * one after the other would take too long.
 */
function partnersOf(
  place: number,
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
  isOneEnough: boolean,
): number[] {
  const seen = new Set([place]);
  let ring = [place];
  const kept: number[] = [];
  const zeros: number[] = [];
  while (ring.length > 0) {
    const around = new Set(
      ring.flatMap((each) => cells[each]!.in.flatMap(({ balance }) => members[balance]!)),
    ).difference(seen);
    for (const each of around) seen.add(each);
    const shown = [...around].filter((each) => !hidden[each]);
    const counted = shown.filter((each) => cells[each]!.value > 0);
    const plain = counted.filter((each) => cells[each]!.worth < WORTH_KEEPING);
    if (plain.length > 0 && isOneEnough) return [bestOf(plain, cells, members, hidden)];
    kept.push(...counted);
    zeros.push(...shown.filter((each) => cells[each]!.value === 0));
    ring = isOneEnough ? [...around].filter((each) => hidden[each]) : [...around];
  }
  return isOneEnough ? [...kept, ...zeros].slice(0, 1) : [...kept, ...zeros];
}

/**
 * One that is worth least; then one whose other balances hide something already, so that it needs no partner of its own
 * there; then the smallest.
 */
function bestOf(
  shown: readonly number[],
  cells: readonly Cell[],
  members: readonly number[][],
  hidden: readonly boolean[],
): number {
  const opens = (each: number): number =>
    cells[each]!.in.filter(({ balance }) => !members[balance]!.some((other) => hidden[other])).length;
  return shown.reduce((least, each) => {
    const [one, other] = [cells[each]!, cells[least]!];
    const more = one.worth - other.worth || opens(each) - opens(least) || one.value - other.value;
    return more < 0 ? each : least;
  });
}
