import type { CheckInAnswer, Language } from '../../api/contract';
import { dayOf, dayWords, timeOf } from '../look/time-words';

export interface SaidAt {
  today: string;
  timeZone: string;
  language: Language;
}

/** Who can read a check-in and when, without promising that somebody does. */
export function whoReadsWords({ readBy, checkIn }: CheckInAnswer, said: SaidAt): string {
  const { coachName, isOpen, opensAt } = readBy;
  const { today, timeZone, language } = said;
  const when = `${dayWords(dayOf(opensAt, timeZone), today, language)}, ${timeOf(opensAt, timeZone, language)}`;
  if (!coachName)
    return checkIn.wantsCall
      ? $localize`:@@checkIn.noCoachCall:You have no coach at the moment, so it may take a while until somebody reads this. If you want to talk, please call us.`
      : $localize`:@@checkIn.noCoach:You have no coach at the moment. It is kept for when you do.`;
  if (checkIn.wantsCall)
    return isOpen
      ? $localize`:@@checkIn.callNow:${coachName}:name: sees now that you would like a call.`
      : $localize`:@@checkIn.callThen:${coachName}:name: sees that you would like a call when we open: ${when}:when:.`;
  return isOpen
    ? $localize`:@@checkIn.readsNow:${coachName}:name: can read this now. It may take a while until they do.`
    : $localize`:@@checkIn.readsThen:We are closed now. ${coachName}:name: can read this when we open: ${when}:when:.`;
}
