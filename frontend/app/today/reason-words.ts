import type { Day, Language, StandingView, TodayReason, WindowView } from '../../api/contract';
import { WAY_LABEL } from '../contacts/contact-words';
import type { IconName } from '../look/icons';
import { clockWords, countedDays, dayWords, timeOf } from '../look/time-words';
import { milestoneWords } from '../recovery-days/milestone-words';
import { standingReason } from '../standing/standing-words';
import { EVENT_LABEL } from '../windows/window-words';

/** A shape beside the words, so that colour never speaks alone. */
export const REASON_ICON: Record<TodayReason['kind'], IconName> = {
  'urgent risk note': 'flag',
  'asked to be called': 'phone',
  'window contact due': 'alert',
  'check-in to answer': 'heart',
  'promise due': 'together',
  'decided in supervision': 'check',
  overdue: 'clock',
  'planned contact missed': 'calendar',
  'planned today': 'calendar',
  'due today': 'clock',
  celebrate: 'spark',
  goal: 'goal',
  'assessment due': 'pen',
};

/** When and where words are said. */
export interface Said {
  today: Day;
  timeZone: string;
  language: Language;
}

/** The reason in words that a coach can check, made of facts alone: "Last reached 12 days ago; you agreed on every 7". */
export function reasonWords(reason: TodayReason, standing: StandingView, said: Said): string {
  const { today, language } = said;
  const on = (day: Day): string => dayWords(day, today, language);
  switch (reason.kind) {
    case 'urgent risk note': {
      const { answer, raisedOn } = reason.riskNote!;
      return answer
        ? $localize`Urgent risk note; ${answer.by}:who: answered: “${answer.words}:words:”`
        : $localize`Urgent risk note raised ${on(raisedOn)}:day:, not answered yet`;
    }
    case 'asked to be called':
      return reason.call
        ? callWords(reason.call, said)
        : $localize`Asked you to reach out, ${moment(reason.checkIn!.checkedInAt, reason.checkIn!.checkedInOn, said)}:when:`;
    case 'check-in to answer':
      return checkInWords(reason.checkIn!, said);
    case 'window contact due': {
      const { event, beganOn, days } = reason.window!;
      const began = `${EVENT_LABEL[event as WindowView['event']]} ${countedDays(beganOn, today, language)}`;
      const rhythm = days === 1 ? $localize`every day` : $localize`every ${days}:days: days`;
      return $localize`${began}:what:: be in touch ${rhythm}:rhythm: now. ${reached(standing, said)}:reached:`;
    }
    case 'promise due':
      return $localize`You promised for ${on(reason.promise!.dueOn)}:day:: “${reason.promise!.words}:words:”`;
    case 'decided in supervision':
      return $localize`Decided with ${reason.decision!.supervisorName}:who: in supervision: “${reason.decision!.words}:words:”`;
    case 'overdue':
    case 'due today':
      return standingReason({ ...standing, is: 'overdue' }, today, language);
    case 'planned contact missed':
      return $localize`Planned for ${plannedWords(reason, said)}:when:, and not reached since`;
    case 'planned today':
      return $localize`Planned for ${plannedWords(reason, said)}:when:`;
    case 'celebrate':
      return celebrationWords(reason.celebration!, said);
    case 'goal': {
      const { what, words, on: day } = reason.goal!;
      return what === 'step due'
        ? $localize`A step was meant for ${on(day)}:day:: “${words}:words:”`
        : $localize`Nothing has moved since ${on(day)}:day:: “${words}:words:”`;
    }
    case 'assessment due':
      return barcWords(reason.assessment!, said);
  }
}

function reached({ lastReachedOn }: StandingView, { today, language }: Said): string {
  return lastReachedOn
    ? $localize`Last reached ${countedDays(lastReachedOn, today, language)}:when:`
    : $localize`Not reached yet`;
}

/** "yesterday, 6:12 PM" */
function moment(at: string, on: Day, { today, timeZone, language }: Said): string {
  return `${dayWords(on, today, language)}, ${timeOf(at, timeZone, language)}`;
}

function callWords(
  { askedAt, askedOn, about, bestTime }: NonNullable<TodayReason['call']>,
  said: Said,
): string {
  const asked = $localize`Asked for a call, ${moment(askedAt, askedOn, said)}:when:`;
  const words = about ? `: “${about}”` : '';
  return bestTime
    ? $localize`${asked}:asked:${words}:words:. Best time: ${bestTime}:time:`
    : `${asked}${words}`;
}

function checkInWords(checkIn: NonNullable<TodayReason['checkIn']>, said: Said): string {
  const { mood, cravings, cravingsBefore } = checkIn;
  const facts: string[] = [];
  if (mood === 'struggling') facts.push($localize`struggling`);
  if (cravings !== null && cravings >= 8) facts.push($localize`cravings ${cravings}:number: of 10`);
  else if (cravings !== null && cravingsBefore !== null && cravings - cravingsBefore >= 3)
    facts.push($localize`cravings up from ${cravingsBefore}:before: to ${cravings}:number:`);
  const when = moment(checkIn.checkedInAt, checkIn.checkedInOn, said);
  return $localize`Checked in ${when}:when:: ${facts.join(', ')}:facts:`;
}

function barcWords(
  { dueOn, lastTakenOn }: NonNullable<TodayReason['assessment']>,
  { today, language }: Said,
): string {
  const due = dayWords(dueOn, today, language);
  const last = lastTakenOn
    ? $localize`last asked ${countedDays(lastTakenOn, today, language)}:when:`
    : $localize`not asked yet`;
  return dueOn < today
    ? $localize`BARC-10 was due ${due}:day:; ${last}:last:`
    : $localize`BARC-10 is due ${due}:day:; ${last}:last:`;
}

function plannedWords({ planned }: TodayReason, { today, language }: Said): string {
  const { plannedOn, plannedTime, way } = planned!;
  const time = plannedTime ? `, ${clockWords(plannedTime, language)}` : '';
  const by = way ? `, ${WAY_LABEL[way].toLowerCase()}` : '';
  return `${dayWords(plannedOn, today, language)}${time}${by}`;
}

function celebrationWords(
  { what, words, on, count, unit }: NonNullable<TodayReason['celebration']>,
  { today, language }: Said,
): string {
  const day = dayWords(on, today, language);
  switch (what) {
    case 'goal reached, they say':
      return $localize`Said ${day}:day: that they reached a goal, and waits for your word: “${words}:words:”`;
    case 'goal finished':
      return $localize`Reached a goal ${day}:day:: “${words}:words:”`;
    case 'step done':
      return $localize`Took a step ${day}:day:: “${words}:words:”`;
    case 'years enrolled':
      return count === 1
        ? $localize`One year with us ${day}:day:`
        : $localize`${count}:years: years with us ${day}:day:`;
    case 'recovery days':
      return $localize`${milestoneWords({ unit: unit ?? 'days', count })}:milestone: in recovery ${day}:day:`;
    case 'birthday':
      return $localize`Birthday ${day}:day:`;
  }
}
