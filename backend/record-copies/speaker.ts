import type { Language } from '../access/roles.js';
import { dayIn } from '../clock/clock.js';

/** Says things in the language of the document, days and times in the organization's zone. */
export interface Speaker {
  (english: string, spanish: string): string;
  language: Language;
  /** "Tuesday, November 24, 2026" from a civil day. */
  day(on: string | null | undefined): string;
  /** The same from an instant, with the time of day. */
  moment(at: Date | string | null | undefined): string;
  yesNo(is: boolean | null | undefined): string | null;
}

export function speakerOf(language: Language, timeZone: string): Speaker {
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const say = (english: string, spanish: string): string => (language === 'es' ? spanish : english);
  const day = (on: string | null | undefined): string =>
    on
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
          Date.parse(`${on}T00:00:00Z`),
        )
      : '';
  const moment = (at: Date | string | null | undefined): string => {
    if (!at) return '';
    const instant = new Date(at);
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(instant);
    return `${day(dayIn(timeZone, instant))}, ${time}`;
  };
  const yesNo = (is: boolean | null | undefined): string | null =>
    is === null || is === undefined ? null : is ? say('yes', 'sí') : say('no', 'no');
  return Object.assign(say, { language, day, moment, yesNo });
}
