import type { WayToReachKind } from '../participants/way-to-reach.dto.js';
import { dialKey, wayKey } from './people-here.js';
import type { RowValues } from './reading/row-typed.rules.js';

export interface WayOfRow {
  /** What tells it from others of the same person. */
  key: string;
  /** Of a phone. */
  dial: string | null;
  kind: WayToReachKind;
  value: string;
  mayCall: boolean;
  mayVoicemail: boolean;
  mayText: boolean;
  maySayWho: boolean;
  whyNot: string;
  bestHours: string;
}

/**
 * The ways to reach somebody that a row names. What it says is safe is said of its numbers; where it says nothing, a
 * number may be called and no more, as with somebody who is enrolled by hand. Of an e-mail address or a street nothing is
 * safe until somebody asks.
 */
export function waysOfRow(values: RowValues): WayOfRow[] {
  const numbers = [values.phone, values.otherPhone].flatMap((phone) => phone ?? []);
  const safe = {
    mayCall: values.mayCall ?? true,
    mayVoicemail: values.mayVoicemail ?? false,
    mayText: values.mayText ?? false,
    maySayWho: values.maySayWho ?? false,
    whyNot: values.whyNotSafe ?? '',
    bestHours: values.bestHours ?? '',
  };
  const not = {
    ...{ mayCall: false, mayVoicemail: false, mayText: false, maySayWho: false },
    ...{ whyNot: '', bestHours: '' },
  };
  const ways: WayOfRow[] = [
    ...numbers.map((value) => ({ ...of('phone', value), ...safe, dial: dialKey(value) })),
    ...(values.email ? [{ ...of('email', values.email), ...not }] : []),
    ...(values.address ? [{ ...of('address', values.address), ...not }] : []),
  ];
  return ways.filter(({ key }, index) => ways.findIndex((other) => other.key === key) === index);
}

function of(kind: WayToReachKind, value: string): Pick<WayOfRow, 'key' | 'dial' | 'kind' | 'value'> {
  return { key: wayKey(kind, value), dial: null, kind, value };
}
