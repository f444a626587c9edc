import type { Day, Language, WhoSees } from '../../api/contract';
import { dayOf, dayWords, timeOf } from '../look/time-words';

/** Where and when it is said, and the organization that answers where no coach does. */
export interface SaidAt {
  today: Day;
  timeZone: string;
  language: Language;
  organization: string;
}

/** Who sees that they would like a call, and when: now, or when there is somebody again. */
export function whoSeesWords({ coachNames, isOpen, opensAt }: WhoSees, said: SaidAt): string {
  const { language, organization } = said;
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(coachNames);
  if (isOpen || !opensAt)
    return names
      ? $localize`:@@home.call.seesNow:${names}:who: can see it right away. We are open now.`
      : $localize`:@@home.call.weSeeNow:Someone at ${organization}:organization: can see it right away. We are open now.`;
  const when = opensWords(opensAt, said);
  return names
    ? $localize`:@@home.call.seesThen:We are closed now. ${names}:who: can see it when we open: ${when}:when:.`
    : $localize`:@@home.call.weSeeThen:We are closed now. Someone at ${organization}:organization: can see it when we open: ${when}:when:.`;
}

/** "tomorrow, 9:00 AM" */
function opensWords(at: string, { today, timeZone, language }: SaidAt): string {
  return `${dayWords(dayOf(at, timeZone), today, language)}, ${timeOf(at, timeZone, language)}`;
}
