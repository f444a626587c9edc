import type {
  AmendContact,
  Contact,
  Dimension,
  Level,
  LogContact,
  Outcome,
  Place,
  RiskNoteForm,
  Signal,
  Way,
} from '../../api/contract';
import { isUntouched } from '../check-ins/filled-in';
import { type CheckInForm, checkInRequest, NO_CHECK_IN } from './check-in-form';

/** What is on the form, as typed. Empty texts mean "not said"; nothing is ever filled in for the coach. */
export interface LogForm {
  participantId: string;
  participantName: string;
  /** Somebody else in the program: the coach stands in. */
  isOffCaseload: boolean;
  when: string;
  occurredOn: string;
  occurredTime: string;
  outcome: string;
  startedBy: string;
  way: string;
  place: string;
  minutes: string;
  programId: string;
  dimensions: string[];
  goalIds: string[];
  /** Of goals chosen, and of those chosen before: a goal taken back and chosen again still has its words. */
  progress: ProgressForm[];
  sharedNote: string;
  teamNote: string;
  next: { plannedOn: string; plannedTime: string; way: string };
  checkIn: CheckInForm;
  promises: PromiseForm[];
  hasRisk: boolean;
  risk: RiskForm;
}

/** How it goes with a goal. */
export interface ProgressForm {
  goalId: string;
  words: string;
  /** '0' to '10'; empty when it was not asked. */
  confidence: string;
}

export interface PromiseForm {
  promiseId: string;
  words: string;
  dueOn: string;
}

export interface RiskForm {
  riskNoteId: string;
  signals: string[];
  overdoseOn: string;
  otherSignal: string;
  level: string;
  lowerReason: string;
  whatWasDone: string;
}

export function emptyRisk(riskNoteId: string): RiskForm {
  return {
    riskNoteId,
    signals: [],
    overdoseOn: '',
    otherSignal: '',
    level: '',
    lowerReason: '',
    whatWasDone: '',
  };
}

export function emptyLog(riskNoteId: string): LogForm {
  return {
    participantId: '',
    participantName: '',
    isOffCaseload: false,
    when: 'now',
    occurredOn: '',
    occurredTime: '',
    outcome: '',
    startedBy: '',
    way: '',
    place: '',
    minutes: '',
    programId: '',
    dimensions: [],
    goalIds: [],
    progress: [],
    sharedNote: '',
    teamNote: '',
    next: { plannedOn: '', plannedTime: '', way: '' },
    checkIn: NO_CHECK_IN,
    promises: [],
    hasRisk: false,
    risk: emptyRisk(riskNoteId),
  };
}

/** Whether anything is on the form besides who and what came of it: then a draft is worth keeping. */
export function isAnythingSaid(form: LogForm): boolean {
  // An opened section with nothing in it says nothing.
  const said = {
    ...form,
    participantId: '',
    participantName: '',
    isOffCaseload: false,
    outcome: '',
    checkIn: isUntouched(form.checkIn.said) ? NO_CHECK_IN : form.checkIn,
    promises: saidPromises(form),
    hasRisk: false,
  };
  return JSON.stringify(said) !== JSON.stringify(emptyLog(form.risk.riskNoteId));
}

/** Those with words or a day; an opened and empty one promises nothing. */
export function saidPromises({ promises }: LogForm): PromiseForm[] {
  return promises.filter(({ words, dueOn }) => words.trim() !== '' || dueOn !== '');
}

/** Of the goals that are chosen, those with words or with how sure they are. */
export function saidProgress({ goalIds, progress }: LogForm): ProgressForm[] {
  return progress.filter(
    ({ goalId, words, confidence }) => goalIds.includes(goalId) && (words.trim() !== '' || confidence !== ''),
  );
}

/** Leaves out what was not said. */
function said<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;
}

export function amendRequest(form: LogForm): AmendContact {
  const isEarlier = form.when === 'earlier';
  const progress = saidProgress(form).map(({ goalId, words, confidence }) => ({
    goalId,
    ...said({ words }),
    ...(confidence === '' ? {} : { confidence: Number(confidence) }),
  }));
  return {
    outcome: form.outcome as Outcome,
    ...(progress.length ? { progress } : {}),
    ...(form.minutes.trim() === '' ? {} : { minutes: Number(form.minutes) }),
    ...said({
      occurredOn: isEarlier ? form.occurredOn : '',
      occurredTime: isEarlier ? form.occurredTime : '',
      // An attempt is always ours, so the question is only asked of reached contacts.
      startedBy: (form.outcome === 'reached' ? form.startedBy : '') as 'coach',
      way: form.way as Way,
      place: form.place as Place,
      programId: form.programId,
      dimensions: form.dimensions as Dimension[],
      goalIds: form.goalIds,
      sharedNote: form.sharedNote,
      teamNote: form.teamNote,
    }),
  };
}

export function riskRequest(risk: RiskForm, suggested: Level): RiskNoteForm {
  const { riskNoteId, signals } = risk;
  const level = (risk.level || suggested) as Level;
  const { overdoseOn, otherSignal, lowerReason, whatWasDone } = risk;
  return {
    riskNoteId,
    signals: signals as Signal[],
    level,
    ...said({
      overdoseOn: signals.includes('overdose') ? overdoseOn : '',
      otherSignal: signals.includes('other') ? otherSignal : '',
      lowerReason,
      whatWasDone,
    }),
  };
}

/** A section that was opened and left empty raises nothing. */
function isRiskSaid({ signals, otherSignal, whatWasDone }: RiskForm): boolean {
  return signals.length > 0 || otherSignal !== '' || whatWasDone !== '';
}

/** @param suggested the level for the risk note when the coach has set none */
export function logRequest(contactId: string, form: LogForm, suggested: Level): LogContact {
  const { plannedOn } = form.next;
  const promises = saidPromises(form);
  return {
    contactId,
    participantId: form.participantId,
    ...amendRequest(form),
    ...(plannedOn && !form.isOffCaseload
      ? { nextContact: { plannedOn, ...said({ ...form.next }) } as LogContact['nextContact'] }
      : {}),
    ...(form.isOffCaseload ? { isOffCaseload: true } : {}),
    ...(promises.length ? { promises } : {}),
    ...checkInRequest(form.checkIn),
    ...(form.hasRisk && isRiskSaid(form.risk) ? { riskNote: riskRequest(form.risk, suggested) } : {}),
  };
}

/** The form of a contact that was logged before, to amend it. */
export function formOf(contact: Contact, programId: string): LogForm {
  return {
    ...emptyLog(''),
    participantId: contact.participantId,
    participantName: contact.participantName,
    when: 'earlier',
    occurredOn: contact.occurredOn,
    occurredTime: contact.occurredTime ?? '',
    outcome: contact.outcome,
    startedBy: contact.startedBy ?? '',
    way: contact.way ?? '',
    place: contact.place ?? '',
    minutes: contact.minutes === null ? '' : String(contact.minutes),
    programId,
    dimensions: [...contact.dimensions],
    goalIds: contact.goals.map((goal) => goal.goalId),
    progress: contact.goals.map(({ goalId, progress, confidence }) => ({
      goalId,
      words: progress,
      confidence: confidence === null ? '' : String(confidence),
    })),
    sharedNote: contact.sharedNote ?? '',
    teamNote: contact.teamNote ?? '',
  };
}
