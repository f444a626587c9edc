import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { agendaFacts } from './agenda-facts.queries.js';
import { type AgendaLineFact, agendaOf } from './agenda.rules.js';
import { addendaOf, decisionsOf, decisionsOfIds, linesOf, subjectOf } from './session-parts.queries.js';
import { spanOf } from './session-plan.rules.js';
import { bothSigned } from './session-state.rules.js';
import {
  attending,
  isSignedBy,
  isSupervising,
  isToSign,
  lineOf,
  type SessionRow,
  signaturesOf,
} from './sessions.queries.js';
import type { AgendaLine, SupervisionSession } from './supervision-session.view.js';

/** The session with everything in it, as far as the actor reaches it. */
export async function wholeSession(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
): Promise<SupervisionSession> {
  const line = lineOf(row, actor);
  const isOpen = line.state === 'open';
  const [agenda, decisions, addenda] = await Promise.all([
    line.state === 'planned' ? agendaAsItWouldBe(tx, actor, row) : linesOf(tx, actor, row.id),
    decisionsOf(tx, actor, row.id, isOpen),
    addendaOf(tx, actor, row.id),
  ]);
  const carried = agenda.flatMap(({ decisionId }) => decisionId ?? []);
  const isIn = isToSign(row, actor);
  return {
    ...line,
    today: actor.today,
    startsAt: spanOf(line, actor.timeZone).startsAt,
    begunAt: row.begun_at,
    agenda,
    words: row.words,
    wordsVersion: row.words_version,
    textVersion: row.text_version,
    decisions,
    earlierDecisions: await decisionsOfIds(tx, actor, carried),
    signatures: signaturesOf(row),
    addenda,
    next: row.next,
    calledOffReason: row.call_off_reason,
    mayPlan: isSupervising(actor) && (line.state === 'planned' || isOpen),
    mayAskToMove: !isSupervising(actor) && line.state === 'planned',
    mayWrite: isOpen && isIn,
    mayTakeBackSignature: isSignedBy(row, actor) && !bothSigned(row.signatures),
    mayAdd: bothSigned(row.signatures) && isIn,
  };
}

/** Whom the session names to its reader, for the trail. */
export function namedIn({ agenda, decisions }: SupervisionSession): string[] {
  return [...new Set([...agenda, ...decisions].flatMap(({ participantId }) => participantId ?? []))];
}

/** What there would be to talk about were it held now: taken afresh whenever it is looked at. */
async function agendaAsItWouldBe(tx: EntityManager, actor: Actor, row: SessionRow): Promise<AgendaLine[]> {
  const lines = await agendaNow(tx, actor, row);
  const ids = [...new Set(lines.flatMap(({ participantId }) => participantId ?? []))];
  const people = await tx.query<{ id: string; preferred_name: string }[]>(
    'SELECT id, preferred_name FROM participants WHERE organization_id = $1 AND id = ANY ($2)',
    [actor.organizationId, ids],
  );
  const names = new Map(people.map((each) => [each.id, each.preferred_name]));
  const coaches = new Map(row.coaches.map(({ accountId, name }) => [accountId, { accountId, name }]));
  return lines.map((line) => ({
    lineId: null,
    coach: coaches.get(line.coachId)!,
    section: line.section,
    participantId: line.participantId,
    participantName: (line.participantId && names.get(line.participantId)) ?? null,
    hasMovedOn: false,
    ...subjectOf(line.section, line.subjectId),
    sentence: line.sentence,
    level: line.level,
    words: '',
    version: 0,
  }));
}

/** The agenda of who is expected: of a group a coach's own part of it, whoever else is in it. */
export async function agendaNow(tx: EntityManager, actor: Actor, row: SessionRow): Promise<AgendaLineFact[]> {
  const coachIds = attending(row)
    .filter(({ accountId, reportsTo }) => accountId === actor.accountId || reportsTo === row.supervisor_id)
    .filter(({ accountId }) => isSupervising(actor) || accountId === actor.accountId)
    .map(({ accountId }) => accountId);
  if (coachIds.length === 0) return [];
  return agendaOf(await agendaFacts(tx, actor, row.id, coachIds), actor.today);
}
