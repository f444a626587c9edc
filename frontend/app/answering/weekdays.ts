import type { Language, OpeningHoursOfDay } from '../../api/contract';

/** One weekday in the form of opening hours. */
export interface DayInForm {
  isOpen: boolean;
  opens: string;
  closes: string;
}

/** What is offered when a closed day is opened. */
const USUAL = { opens: '09:00', closes: '17:00' };

/** Monday to Sunday, whatever day the week begins with elsewhere. */
export function weekdayNames(language: Language): string[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 1970 was a Monday
  return [5, 6, 7, 8, 9, 10, 11].map((day) => names.format(Date.UTC(1970, 0, day)));
}

/** All seven days, the closed ones too. */
export function weekOf(hours: readonly OpeningHoursOfDay[]): DayInForm[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const open = hours.find((each) => each.weekday === weekday);
    return { isOpen: !!open, opens: open?.opens ?? USUAL.opens, closes: open?.closes ?? USUAL.closes };
  });
}

/** The open days, as they are sent. */
export function hoursOf(week: readonly DayInForm[]): OpeningHoursOfDay[] {
  return week.flatMap(({ isOpen, opens, closes }, index) =>
    isOpen ? [{ weekday: index + 1, opens, closes }] : [],
  );
}

/** Of which day of the form a problem with a sent one speaks: closed days are not sent. */
export function pathInForm(week: readonly DayInForm[], index: number, field: 'opens' | 'closes'): string {
  const place = week.slice(0, index).filter(({ isOpen }) => isOpen).length;
  return `hours.${place}.${field}`;
}
