import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { callsOf } from '../calls/calls.queries.js';
import { draftsOf } from '../contacts/drafts.queries.js';
import { nextContactOf } from '../contacts/planned-contacts.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { openPromisesOf } from '../promises/promises.queries.js';
import { openRiskNotesOf } from '../risk/risk-notes.queries.js';
import { openWindowsOf } from '../windows/windows.queries.js';
import { whoCanTake } from './seen-to-first.js';
import type { StayView, ToClose } from './stay.dto.js';
import { companionsOf, handoverWaits, openBeforeClosing, staysOf, supervisorsOf } from './stays.queries.js';

type OfTheRecord = Pick<
  ToClose,
  | 'riskNotes'
  | 'promises'
  | 'canTake'
  | 'nextContact'
  | 'windows'
  | 'hasCallAskedFor'
  | 'hasHandover'
  | 'draftCount'
>;

/** What an administrator is told of a record: nothing of it. */
const NOTHING: OfTheRecord = {
  ...{
    riskNotes: [],
    promises: [],
    canTake: [],
    nextContact: null,
    windows: [],
    hasCallAskedFor: false,
    hasHandover: false,
    draftCount: 0,
  },
};

/** Everything that goes on for somebody until this stay is closed. The caller has looked at reach. */
export async function toClose(tx: EntityManager, actor: Actor, stay: StayView): Promise<ToClose> {
  const { participantId } = stay;
  const { preferredName } = await participantInReach(tx, actor, participantId);
  const [stays, open, companions, ofTheRecord] = await Promise.all([
    staysOf(tx, actor, participantId),
    openBeforeClosing(tx, participantId),
    companionsOf(tx, participantId),
    actor.role === 'administrator' ? NOTHING : whatGoesOn(tx, actor, participantId),
  ]);
  return {
    stay,
    preferredName,
    today: actor.today,
    isLast: stays.every((each) => each.closedOn !== null || each.enrollmentId === stay.enrollmentId),
    ...ofTheRecord,
    hasOpenRiskNotes: open.has_risk_notes,
    hasOpenPromises: open.has_promises,
    walkWith: companions
      .filter(({ untilOn }) => untilOn === null)
      .map(({ accountId, name }) => ({ accountId, name })),
    whoCanAnswer: await supervisorsOf(tx, actor, companions),
    whoCan: open.who_can,
  };
}

async function whatGoesOn(tx: EntityManager, actor: Actor, participantId: string): Promise<OfTheRecord> {
  const [riskNotes, promises, canTake, nextContact, windows, calls, hasHandover, drafts] = await Promise.all([
    openRiskNotesOf(tx, actor, participantId),
    openPromisesOf(tx, actor, participantId),
    whoCanTake(tx, actor, participantId),
    nextContactOf(tx, actor, participantId),
    openWindowsOf(tx, actor, [participantId]),
    callsOf(tx, actor, participantId),
    handoverWaits(tx, actor, participantId),
    actor.role === 'coach' ? draftsOf(tx, actor) : [],
  ]);
  return {
    ...{ riskNotes, promises, canTake, nextContact, windows },
    hasHandover,
    hasCallAskedFor: calls.some(({ state }) => state === 'open'),
    draftCount: drafts.filter((draft) => draft.participantId === participantId).length,
  };
}
