import type { Language, MessageDelivery, WhoWasTold } from '../../api/contract';
import { timeOf } from '../look/time-words';

/** Why somebody heard of a note. */
export const TOLD_AS: Record<WhoWasTold['as'], string> = {
  'own supervisor': $localize`their supervisor`,
  covers: $localize`covers for their supervisor`,
  'on call': $localize`on call`,
  'every supervisor': $localize`as every supervisor`,
  administrator: $localize`administrator, that it waits`,
  named: $localize`named by an administrator`,
};

/** What became of a message, each way in its own words. Delivered means that the mail or push service took it. */
export function deliveryWords(
  deliveries: readonly MessageDelivery[],
  timeZone: string,
  language: Language,
): string {
  if (deliveries.length === 0) return $localize`no way to be reached is set up`;
  return deliveries.map((delivery) => oneWay(delivery, timeZone, language)).join(' · ');
}

function oneWay(
  { way, state, settledAt, nextTryAt, problem }: MessageDelivery,
  timeZone: string,
  language: Language,
): string {
  const at = (instant: string | null): string => (instant ? timeOf(instant, timeZone, language) : '');
  if (state === 'delivered') return $localize`${way}:way: delivered ${at(settledAt)}:time:`;
  if (state === 'given up') return $localize`${way}:way: not delivered (${problem}:problem:)`;
  if (state === 'not needed') return $localize`${way}:way: no longer needed`;
  return problem
    ? $localize`${way}:way: not delivered yet, tried again ${at(nextTryAt)}:time:`
    : $localize`${way}:way: on its way`;
}
