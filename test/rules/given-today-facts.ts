import type { PlannedContactView } from '../../backend/contacts/planned-contact.view.js';
import type {
  CallFact,
  CheckInFact,
  DecisionFact,
  PromiseFact,
  UrgentNoteFact,
} from '../../backend/today/reasons.js';
import type { GoalOnTheWay, LatestContact, TodayFacts } from '../../backend/today/today-facts.js';
import type { StandingView } from '../../backend/standing/standing.view.js';

/** The day on which every case of Today is looked at: a Saturday. */
export const TODAY = '2026-11-21';

/** In touch since the 19th, every 7 days; whatever a case does not care about asks for nothing. */
export function standing(more: Partial<StandingView> = {}): StandingView {
  return {
    is: 'on track',
    since: '2026-11-19',
    dueOn: '2026-11-26',
    cadence: { kind: 'agreed', days: 7 },
    agreedDays: 7,
    enrolledOn: '2026-05-01',
    lastReachedOn: '2026-11-19',
    attemptDayCount: 0,
    lastCheckInOn: null,
    pausedThroughOn: null,
    pauseReason: null,
    outOfTouchBy: null,
    ...more,
  };
}

export function facts(more: Partial<TodayFacts> = {}): TodayFacts {
  return {
    participantId: '0199-theo',
    preferredName: 'Theo',
    standing: standing(),
    urgentNote: null,
    callAsked: null,
    windows: [],
    checkIns: [],
    promises: [],
    decisions: [],
    planned: null,
    goals: [],
    barc: { dueOn: '2027-02-01', lastTakenOn: '2026-11-03' },
    shares: { countedFrom: null, bornOn: null },
    latestContact: null,
    lastReachedAt: new Date('2026-11-19T17:00:00Z'),
    lastReachedWrittenAt: more.lastReachedAt ?? new Date('2026-11-19T17:00:00Z'),
    ...more,
  };
}

export function urgentNote(more: Partial<UrgentNoteFact> = {}): UrgentNoteFact {
  return {
    riskNoteId: 'n1',
    raisedAt: new Date('2026-11-20T15:00:00Z'),
    raisedOn: '2026-11-20',
    answer: null,
    ...more,
  };
}

/** Said this morning: steady, which deserves no answer. */
export function checkIn(more: Partial<CheckInFact> = {}): CheckInFact {
  return {
    checkInId: 'i1',
    checkedInAt: new Date('2026-11-21T12:00:00Z'),
    checkedInOn: TODAY,
    mood: 'steady',
    cravings: null,
    cravingsBefore: null,
    wantsCall: false,
    words: '',
    ...more,
  };
}

/** Asked for this morning, in no words. */
export function call(more: Partial<CallFact> = {}): CallFact {
  return {
    callId: 'k1',
    askedAt: new Date('2026-11-21T13:00:00Z'),
    askedOn: TODAY,
    about: '',
    bestTime: '',
    ...more,
  };
}

export function promise(dueOn: string): PromiseFact {
  return {
    promiseId: `p-${dueOn}`,
    words: 'Send the list of meetings',
    dueOn,
    coachName: 'Rosa',
    version: 1,
  };
}

export function decision(dueOn: string): DecisionFact {
  return {
    decisionId: `d-${dueOn}`,
    words: 'Ask about the night shift',
    dueOn,
    supervisorName: 'Sam',
    version: 1,
  };
}

export function planned(plannedOn: string, plannedTime: string | null = null): PlannedContactView {
  const isMissed = plannedOn < TODAY;
  return {
    plannedContactId: 'c1',
    plannedOn,
    plannedTime,
    way: 'phone',
    coachName: 'Rosa',
    isMissed,
    version: 1,
  };
}

/** Set last week, with nothing that asks for a day. */
export function goal(more: Partial<GoalOnTheWay> = {}): GoalOnTheWay {
  return {
    goalId: 'g1',
    sentence: 'Find a place of my own',
    byOn: null,
    madeOn: '2026-11-14',
    changedOn: more.madeOn ?? '2026-11-14',
    finishedOn: null,
    finishProposed: null,
    nextStep: { words: 'Call the housing office', byOn: null },
    doneStep: null,
    spokenOfOn: null,
    ...more,
  };
}

/** A contact of today at noon in New York. */
export function contact(outcome: string, more: Partial<LatestContact> = {}): LatestContact {
  return {
    outcome,
    occurredOn: TODAY,
    occurredTime: '12:00',
    happenedAt: new Date('2026-11-21T17:00:00Z'),
    ...more,
  };
}
