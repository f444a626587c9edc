import type { NumberNow } from '../../api/contract';

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

/** The first number that is safe for each; an unsafe one is not offered and says why. */
export function safeReach(numbers: readonly NumberNow[]): SafeReach {
  const call = numbers.find(({ mayCall }) => mayCall) ?? null;
  const text = numbers.find(({ mayText }) => mayText) ?? null;
  const cautions: string[] = [];
  if (numbers.length === 0) cautions.push($localize`No number is known`);
  else {
    const why = (unsafe: NumberNow | undefined) =>
      unsafe?.isExpired
        ? `: ${$localize`what was safe has to be asked again`}`
        : unsafe?.whyNot
          ? `: ${unsafe.whyNot}`
          : '';
    if (!call) cautions.push($localize`Don't call` + why(numbers.find(({ mayCall }) => !mayCall)));
    if (!text) cautions.push($localize`Don't text` + why(numbers.find(({ mayText }) => !mayText)));
    if (call && !call.mayVoicemail) cautions.push($localize`Leave no voicemail`);
    if ((call ?? text) && !(call ?? text)!.maySayWho) cautions.push($localize`Don't say who is calling`);
  }
  return {
    call,
    text,
    mayLeaveMessage: call?.mayVoicemail ?? false,
    cautions,
    bestHours: (call ?? text)?.bestHours ?? '',
  };
}
