import type { WayToReach } from '../../api/contract';
import type { IconName } from '../look/icons';

/** One thing that is safe to do with a number or address: a link that does it. */
export interface Offer {
  what: 'call' | 'text' | 'write';
  /** The word on the button. */
  label: string;
  /** What only a screen reader needs: whom or what it goes to. */
  heard: string;
  href: string;
  icon: IconName;
}

/** What one may do, and in words what one may not, and how. */
export interface SafeReach {
  /** Only what is safe. */
  offers: Offer[];
  /** What is not safe, and why: each a sentence to heed. */
  cautions: string[];
  /** How to go about what is safe. */
  hints: string[];
}

/** As much of a way to reach as this needs: Today's cards carry no more. */
export type Reachable = Pick<
  WayToReach,
  'value' | 'mayCall' | 'mayVoicemail' | 'mayText' | 'maySayWho' | 'whyNot' | 'bestHours'
> &
  Partial<Pick<WayToReach, 'kind' | 'dial' | 'isExpired'>>;

/**
 * What is safe to do with a number or address. The one place where a button to call, text or write comes from: what is
 * unsafe is not offered and says why; past its last day nothing is safe until it is asked again.
 */
export function safeReach(way: Reachable): SafeReach {
  if (way.isExpired)
    return {
      offers: [],
      cautions: [$localize`What was safe here is over: ask again before you use it`],
      hints: [],
    };
  switch (way.kind ?? 'phone') {
    case 'phone':
      return ofPhone(way);
    case 'email':
      return ofEmail(way);
    case 'address':
      return ofAddress(way);
  }
}

/** The first safe way of each kind of offer, for a card or a row; with what to heed about those, or why there is none. */
export function reachAtOnce(ways: readonly Reachable[]): SafeReach {
  const phones = ways.filter(({ kind }) => (kind ?? 'phone') === 'phone');
  if (phones.length === 0) return { offers: [], cautions: [$localize`No number is known`], hints: [] };
  const all = phones.map(safeReach);
  const first = (what: Offer['what']) =>
    all.find(({ offers }) => offers.some((offer) => offer.what === what));
  const [call, text] = [first('call'), first('text')];
  const offers = [...offersOf(call, 'call'), ...offersOf(text, 'text')];
  const meant = [...new Set([call, text])].filter((each) => each !== undefined);
  const told = meant.length > 0 ? meant : all;
  // what one number is not safe for may be safe on another
  const isOffered = (caution: string) =>
    call && text && CALLS_OR_TEXTS.some((words) => caution.startsWith(words));
  return {
    offers,
    cautions: unique(told.flatMap((each) => each.cautions)).filter((caution) => !isOffered(caution)),
    hints: unique(told.flatMap((each) => each.hints)),
  };
}

/** In a list there is room for what to heed, not for what is fine. */
export function isToHeed(hint: string): boolean {
  return !FINE.includes(hint);
}

const FINE = [$localize`A voicemail is fine`, $localize`You may say who is calling`];
const CALLS_OR_TEXTS = [$localize`Calls are not safe`, $localize`Texts are not safe`];

function ofPhone(way: Reachable): SafeReach {
  const dial = way.dial === undefined ? way.value.replace(/[^+\d]/g, '') : way.dial;
  const cautions: string[] = [];
  const unsafe = [way.mayCall ? '' : $localize`Calls`, way.mayText ? '' : $localize`Texts`].filter(Boolean);
  if (unsafe.length === 2) cautions.push(withWhy($localize`Neither calls nor texts are safe`, way));
  else if (unsafe.length === 1) cautions.push(withWhy($localize`${unsafe[0]}:what: are not safe`, way));
  if (!dial) cautions.push($localize`This cannot be dialled: look at the number`);
  const offers: Offer[] = [];
  if (dial && way.mayCall)
    offers.push({
      what: 'call',
      label: $localize`Call`,
      heard: way.value,
      href: `tel:${dial}`,
      icon: 'phone',
    });
  // an extension rings on a desk, where nobody reads texts
  if (dial && way.mayText && !dial.includes(','))
    offers.push({
      what: 'text',
      label: $localize`Text`,
      heard: way.value,
      href: `sms:${dial}`,
      icon: 'text',
    });
  const hints: string[] = [];
  if (way.mayCall)
    hints.push(way.mayVoicemail ? $localize`A voicemail is fine` : $localize`Leave no voicemail`);
  if (way.mayCall || way.mayText)
    hints.push(way.maySayWho ? $localize`You may say who is calling` : $localize`Don't say who is calling`);
  return { offers, cautions, hints: withHours(hints, way) };
}

function ofEmail(way: Reachable): SafeReach {
  if (!way.mayText)
    return { offers: [], cautions: [withWhy($localize`Writing here is not safe`, way)], hints: [] };
  const who = way.maySayWho ? $localize`You may say who is writing` : $localize`Don't say who is writing`;
  return {
    offers: [
      {
        what: 'write',
        label: $localize`Write`,
        heard: $localize`to ${way.value}:address:`,
        href: `mailto:${way.value.trim()}`,
        icon: 'mail',
      },
    ],
    cautions: [],
    hints: [who],
  };
}

function ofAddress(way: Reachable): SafeReach {
  const cautions: string[] = [];
  if (!way.mayCall) cautions.push(withWhy($localize`Coming by is not safe`, way));
  if (!way.mayText)
    cautions.push(way.mayCall ? withWhy($localize`Letters are not safe`, way) : $localize`Send no letters`);
  const hints: string[] = [];
  if (way.mayCall) hints.push($localize`You may come by`);
  if (way.mayText) hints.push($localize`A letter is fine`);
  if (way.mayCall && !way.maySayWho) hints.push($localize`Don't say where you are from`);
  return { offers: [], cautions, hints: withHours(hints, way) };
}

function withWhy(words: string, { whyNot }: Reachable): string {
  return whyNot.trim() ? `${words}: ${whyNot.trim()}` : words;
}

function withHours(hints: string[], { bestHours }: Reachable): string[] {
  return bestHours.trim() ? [...hints, $localize`Best: ${bestHours}:hours:`] : hints;
}

function offersOf(reach: SafeReach | undefined, what: Offer['what']): Offer[] {
  return reach?.offers.filter((offer) => offer.what === what) ?? [];
}

function unique(words: string[]): string[] {
  return [...new Set(words)];
}
