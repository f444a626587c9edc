import { AMENDABLE_FOR_MS, OUTCOMES, type Outcome } from '../../backend/contacts/contacts.rules.js';
import { happened, isLateEntry } from '../../backend/contacts/happened.rules.js';
import { type CertificationSpan, loggedUnder } from '../../backend/coaches/certification.rules.js';
import { isId } from '../../backend/http/fields.js';
import { requestHash } from '../../backend/http/request-hash.js';
import { factsOf, type FactsRow } from '../../backend/standing/standing.store.js';
import { standingCalendar } from '../../backend/standing/standing.rules.js';
import { type Answer, type Asker, Refused } from './bare-database.js';
import { CONTACT, DRAFT, FACTS, GROUND, HOLD, SETTLE, STORE, TEAM_NOTE } from './bare-log-statements.js';

interface Asked {
  contactId: string;
  participantId: string;
  outcome: Outcome;
  startedBy?: string;
  way?: string;
  minutes?: number;
  dimensions?: string[];
  sharedNote?: string;
  teamNote?: string;
}

interface Ground {
  preferred_name: string;
  coach_name: string;
  is_taken: boolean;
  enrollment_id: string;
  program_id: string;
  program_name: string;
  certifications: (CertificationSpan & { words: string })[];
  training_supervisor_id: string | null;
  training_through_on: string | null;
}

function check(asked: Asked): void {
  const { sharedNote = '', teamNote = '', minutes = 1 } = asked;
  const isRight =
    isId(asked.contactId) &&
    isId(asked.participantId) &&
    OUTCOMES.includes(asked.outcome) &&
    [sharedNote, teamNote].every(
      (note) => note.length <= 10_000 && note.isWellFormed() && !note.includes('\0'),
    ) &&
    Number.isInteger(minutes) &&
    minutes > 0 &&
    minutes <= 1440;
  if (!isRight) throw new Refused(422);
}

/** Logs a contact that happened now. */
export async function logContact(
  asked: Asked,
  asker: Asker,
  last: (sent: Promise<unknown>) => void,
): Promise<Answer> {
  check(asked);
  const { query, organizationId, accountId, now, timeZone } = asker;
  const { contactId, participantId, outcome, minutes, sharedNote = '', teamNote = '' } = asked;
  const when = happened({ occurredOn: null, occurredTime: null }, timeZone, now);
  if ('refusal' in when) throw new Refused(422);
  const [ground] = await query<Ground>(GROUND, [organizationId, participantId, accountId, contactId]);
  if (!ground) throw new Refused(404);
  if (ground.is_taken) throw new Refused(409);
  const under = loggedUnder(
    ground.certifications,
    { trainingSupervisorId: ground.training_supervisor_id, trainingThroughOn: ground.training_through_on },
    when.occurredOn,
  );
  if (!under) throw new Refused(422);
  const [, , , , facts] = await Promise.all([
    query(CONTACT, [
      ...[organizationId, contactId, participantId, ground.enrollment_id, accountId, when.occurredOn],
      ...[when.occurredTime, when.happenedAt, now, outcome, asked.startedBy ?? null, asked.way ?? null, null],
      ...[
        minutes ?? null,
        asked.dimensions ?? [],
        sharedNote,
        under.certificationId,
        under.trainingSupervisorId,
      ],
      ...[false, requestHash(asked)],
    ]),
    teamNote && query(TEAM_NOTE, [organizationId, contactId, participantId, teamNote]),
    query(DRAFT, [organizationId, contactId]),
    query(HOLD, [organizationId, participantId]),
    query<FactsRow>(FACTS, [organizationId, participantId]),
    outcome === 'reached' && query(SETTLE, [organizationId, participantId, now, when.occurredOn]),
  ]);
  for (const row of facts) {
    const { changesOn, standings, duesOn, reasons } = standingCalendar(factsOf(row));
    last(
      query(STORE, [
        ...[organizationId, row.enrollment_id, row.last_reached_on, row.attempt_days, row.last_check_in_on],
        ...[changesOn, standings, duesOn, JSON.stringify(reasons)],
      ]),
    );
  }
  return {
    body: {
      contactId,
      participantId,
      participantName: ground.preferred_name,
      coach: { accountId, name: ground.coach_name },
      occurredOn: when.occurredOn,
      occurredTime: when.occurredTime,
      recordedAt: now,
      isLateEntry: isLateEntry(when.occurredOn, now, timeZone),
      outcome,
      startedBy: asked.startedBy ?? null,
      way: asked.way ?? null,
      place: null,
      minutes: minutes ?? null,
      programId: ground.program_id,
      programName: ground.program_name,
      dimensions: asked.dimensions ?? [],
      goals: [],
      sharedNote,
      teamNote,
      version: 1,
      mayAmend: true,
      mayAmendUntil: new Date(now.getTime() + AMENDABLE_FOR_MS),
      mayVoid: true,
      voided: null,
      addenda: [],
      ownWords: null,
      riskNoteId: null,
      certification: ground.certifications.find(({ id }) => id === under.certificationId)?.words ?? null,
      isHeld: false,
      isOffCaseload: false,
    },
    trail: { action: 'contact.logged', participantId, subjectId: contactId },
  };
}
