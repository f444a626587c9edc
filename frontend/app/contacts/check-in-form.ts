import type { LogContact } from '../../api/contract';
import { type FilledIn, isUntouched, NOTHING_YET, saidIn } from '../check-ins/filled-in';
import type { Mood } from '../check-ins/mood-words';

/** How they say they are, entered together. The id is made with the first touch. */
export interface CheckInForm {
  checkInId: string;
  said: FilledIn;
}

export const NO_CHECK_IN: CheckInForm = { checkInId: '', said: NOTHING_YET };

/** Without a mood the server says that one is needed; the words stay on the form. */
export function checkInRequest({ checkInId, said }: CheckInForm): Pick<LogContact, 'checkIn'> {
  if (isUntouched(said)) return {};
  const { wantsCall: _, ...checkIn } = saidIn(said as FilledIn & { mood: Mood });
  return { checkIn: { checkInId, ...checkIn } };
}
