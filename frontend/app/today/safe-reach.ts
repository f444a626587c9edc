import type { NumberNow } from '../../api/contract';
import {
  isToHeed,
  type Offer,
  type Reachable,
  reachAtOnce,
  safeReach as reachOf,
} from '../participants/safe-reach';

/** What may safely be done now, and what may not, with why. */
export interface SafeReach {
  /** `tel:` address of the first number one may call. */
  call: NumberNow | null;
  text: NumberNow | null;
  /** Of the number to call: whether a message may be left on it. */
  mayLeaveMessage: boolean;
  /** In words, only what matters for reaching now. */
  cautions: string[];
  bestHours: string;
}

/** The first number that is safe for each; an unsafe one is not offered and says why, as on every other page. */
export function safeReach(numbers: readonly NumberNow[]): SafeReach {
  const ways = numbers.map(wayOf);
  const first = (what: Offer['what']) =>
    numbers[ways.findIndex((way) => reachOf(way).offers.some((offer) => offer.what === what))] ?? null;
  const [call, text] = [first('call'), first('text')];
  const { cautions, hints } = reachAtOnce(ways);
  return {
    call,
    text,
    mayLeaveMessage: call?.mayVoicemail ?? false,
    cautions: [...cautions, ...hints.filter(isToHeed)],
    bestHours: (call ?? text)?.bestHours ?? '',
  };
}

/** Hours have a line of their own here. */
function wayOf(number: NumberNow): Reachable {
  return { ...number, value: number.dial, dial: number.dial || null, bestHours: '' };
}
