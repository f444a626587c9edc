import type { Day } from '../../api/contract';
import { addDays } from '../look/time-words';

export interface NamedPeriod {
  key: string;
  name: string;
  from: Day;
  through: Day;
}

/** The first day of the month that lies so many months from this day's. */
function monthFrom(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The periods that are asked for most, by what day it is: those that are over whole, the others through today. */
export function namedPeriods(today: Day): NamedPeriod[] {
  const month = Number(today.slice(5, 7)) - 1;
  const ofMonths = (key: string, name: string, first: number, months: number): NamedPeriod => {
    const last = addDays(monthFrom(today, first + months), -1);
    return { key, name, from: monthFrom(today, first), through: last > today ? today : last };
  };
  return [
    ofMonths('month', $localize`This month`, 0, 1),
    ofMonths('last-month', $localize`Last month`, -1, 1),
    ofMonths('last-quarter', $localize`Last quarter`, -(month % 3) - 3, 3),
    ofMonths('year', $localize`This year`, -month, 12),
    ofMonths('last-year', $localize`Last year`, -month - 12, 12),
  ];
}
