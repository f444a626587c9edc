/** As much of a milestone as its words need. */
export interface MilestoneSaid {
  unit: 'days' | 'months' | 'years';
  count: number;
}

/** "90 days", "1 year", "18 months" */
export function milestoneWords({ unit, count }: MilestoneSaid): string {
  switch (unit) {
    case 'days':
      return daysWords(count);
    case 'months':
      return $localize`:@@days.months:${count}:count: months`;
    case 'years':
      return count === 1 ? $localize`:@@days.year:1 year` : $localize`:@@days.years:${count}:count: years`;
  }
}

/** "1 day", "212 days"; a day that is not over yet is never said as a number. */
export function daysWords(count: number): string {
  return count === 1 ? $localize`:@@days.day:1 day` : $localize`:@@days.days:${count}:count: days`;
}
