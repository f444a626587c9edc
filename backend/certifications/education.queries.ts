import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { EducationHours, EducationNeedView, EducationView } from './certification.view.js';
import { hoursDone, hoursNeeded, NEED_BY_DEFAULT } from './certifications.rules.js';
import { DOCUMENT, type DocumentJson, documentView } from './documents.queries.js';

export interface EducationRow {
  id: string;
  coach_id: string;
  done_on: string;
  title: string;
  provider: string;
  hours: number;
  document: DocumentJson;
  state: EducationView['state'];
  settled_by: string | null;
  settled_by_name: string | null;
  settled_at: Date | null;
  words: string;
  version: number;
  request_hash: Buffer;
}

const SELECT = `
  SELECT e.id, e.coach_id, e.done_on, e.title, e.provider, e.hours, e.state, e.settled_by, s.name AS settled_by_name,
         e.settled_at, e.words, e.version, e.request_hash, ${DOCUMENT}
    FROM education_entries e
    LEFT JOIN certification_documents d ON d.organization_id = e.organization_id AND d.id = e.document_id
    LEFT JOIN accounts s ON s.organization_id = e.organization_id AND s.id = e.settled_by
   WHERE e.organization_id = $1`;

/** Of one coach, the newest first, at most 500. */
export function educationOf(tx: EntityManager, actor: Actor, coachId: string): Promise<EducationRow[]> {
  return tx.query(`${SELECT} AND e.coach_id = $2 ORDER BY e.done_on DESC, e.id DESC LIMIT 500`, [
    actor.organizationId,
    coachId,
  ]);
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function educationInReach(
  tx: EntityManager,
  actor: Actor,
  educationId: string,
): Promise<EducationRow> {
  if (!isId(educationId)) throw notFound('education');
  const [row] = await tx.query<EducationRow[]>(`${SELECT} AND e.id = $2`, [
    actor.organizationId,
    educationId,
  ]);
  if (!row) throw notFound('education');
  return row;
}

/** Hours of many coaches, without words: what a list of them adds up. */
export function educationHoursOf(
  tx: EntityManager,
  actor: Actor,
  coachIds: string[],
): Promise<{ coach_id: string; done_on: string; hours: number; state: string }[]> {
  return tx.query(
    `SELECT coach_id, done_on, hours, state FROM education_entries
      WHERE organization_id = $1 AND coach_id = ANY ($2)`,
    [actor.organizationId, coachIds],
  );
}

export function educationView(row: EducationRow): EducationView {
  return {
    educationId: row.id,
    doneOn: row.done_on,
    title: row.title,
    provider: row.provider,
    hours: row.hours,
    document: documentView(row.document),
    state: row.state,
    settledBy: row.settled_by ? { accountId: row.settled_by, name: row.settled_by_name ?? '' } : null,
    settledAt: row.settled_at,
    words: row.words,
    version: row.version,
  };
}

/** What each kind needs that somebody has set; looked up by `needOf`. */
export function educationNeeds(tx: EntityManager, actor: Actor): Promise<EducationNeedRow[]> {
  return tx.query('SELECT kind, hours, months, version FROM education_needs WHERE organization_id = $1', [
    actor.organizationId,
  ]);
}

export interface EducationNeedRow {
  kind: string;
  hours: number;
  months: number;
  version: number;
}

export function needOf(needs: readonly EducationNeedRow[], kind: string): EducationNeedView {
  const set = needs.find((each) => each.kind === kindKey(kind));
  return set ? { ...set, kind, isDefault: false } : { kind, ...NEED_BY_DEFAULT, isDefault: true, version: 0 };
}

/** As the database compares kinds. */
export function kindKey(kind: string): string {
  return kind.trim().toLowerCase();
}

export function educationHours(
  entries: readonly { done_on: string; hours: number; state: string }[],
  needs: readonly EducationNeedRow[],
  { kind, first_on: firstOn, last_on: lastOn }: { kind: string; first_on: string; last_on: string },
): EducationHours {
  const { hours, months, isDefault } = needOf(needs, kind);
  const span = { firstOn, lastOn };
  return {
    needed: hoursNeeded({ hours, months }, span),
    ...hoursDone(
      entries.map(({ done_on: doneOn, hours: each, state }) => ({ doneOn, hours: each, state })),
      span,
    ),
    perMonths: months,
    perHours: hours,
    isDefault,
  };
}
