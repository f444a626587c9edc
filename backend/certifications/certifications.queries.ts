import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { CertificationView, EducationHours, RenewalView } from './certification.view.js';
import { DOCUMENT, type DocumentJson, documentView } from './documents.queries.js';

export interface CertificationRow {
  id: string;
  coach_id: string;
  kind: string;
  issuer: string;
  number: string;
  first_on: string;
  last_on: string;
  issued_through_on: string | null;
  ended_why: string | null;
  ended_by: string | null;
  ended_by_name: string | null;
  ended_at: Date | null;
  version: number;
  request_hash: Buffer | null;
  document: DocumentJson;
}

const CERTIFICATIONS = `
  SELECT t.id, t.coach_id, t.kind, t.issuer, t.number, t.first_on, t.last_on, t.issued_through_on, t.ended_why,
         t.ended_by, e.name AS ended_by_name, t.ended_at, t.version, t.request_hash, ${DOCUMENT}
    FROM certifications t
    LEFT JOIN accounts e ON e.organization_id = t.organization_id AND e.id = t.ended_by
    LEFT JOIN certification_documents d ON d.organization_id = t.organization_id AND d.id = t.document_id
   WHERE t.organization_id = $1`;

/** The certifications of these coaches within reach, the one that ends last first. */
export function certificationsOf(
  tx: EntityManager,
  actor: Actor,
  coachIds: string[],
): Promise<CertificationRow[]> {
  return tx.query(
    `${CERTIFICATIONS} AND t.coach_id = ANY ($2) ORDER BY t.last_on DESC, t.first_on DESC, t.id`,
    [actor.organizationId, coachIds],
  );
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function certificationInReach(
  tx: EntityManager,
  actor: Actor,
  certificationId: string,
): Promise<CertificationRow> {
  if (!isId(certificationId)) throw notFound('certification');
  const [row] = await tx.query<CertificationRow[]>(`${CERTIFICATIONS} AND t.id = $2`, [
    actor.organizationId,
    certificationId,
  ]);
  if (!row) throw notFound('certification');
  return row;
}

export function certificationView(
  row: CertificationRow,
  today: string,
  education: EducationHours,
): CertificationView {
  const { ended_at: at, ended_by: by, issued_through_on: issuedThroughOn } = row;
  return {
    certificationId: row.id,
    kind: row.kind,
    issuer: row.issuer,
    number: row.number,
    firstOn: row.first_on,
    lastOn: row.last_on,
    isInForce: row.first_on <= today && today <= row.last_on,
    document: documentView(row.document),
    ended:
      at && by && issuedThroughOn
        ? {
            issuedThroughOn,
            why: row.ended_why ?? '',
            by: { accountId: by, name: row.ended_by_name ?? '' },
            at,
          }
        : null,
    education,
    version: row.version,
  };
}

export interface RenewalRow {
  id: string;
  coach_id: string;
  kind: string;
  issuer: string;
  number: string;
  first_on: string;
  last_on: string;
  document_id: string;
  document: DocumentJson;
  sent_at: Date;
  state: RenewalView['state'];
  settled_by: string | null;
  settled_by_name: string | null;
  settled_at: Date | null;
  words: string;
  version: number;
  request_hash: Buffer;
}

const RENEWALS = `
  SELECT n.id, n.coach_id, n.kind, n.issuer, n.number, n.first_on, n.last_on, n.document_id, n.sent_at, n.state,
         n.settled_by, s.name AS settled_by_name, n.settled_at, n.words, n.version, n.request_hash, ${DOCUMENT}
    FROM certification_renewals n
    JOIN certification_documents d ON d.organization_id = n.organization_id AND d.id = n.document_id
    LEFT JOIN accounts s ON s.organization_id = n.organization_id AND s.id = n.settled_by
   WHERE n.organization_id = $1`;

/** Those that wait, and those that were sent back until another is sent; the newest first. */
export function openRenewalsOf(tx: EntityManager, actor: Actor, coachIds: string[]): Promise<RenewalRow[]> {
  return tx.query(
    `${RENEWALS} AND n.coach_id = ANY ($2)
        AND (n.state = 'waiting' OR n.state = 'sent back' AND NOT EXISTS (
               SELECT 1 FROM certification_renewals l WHERE l.organization_id = n.organization_id
                  AND l.coach_id = n.coach_id AND l.sent_at > n.sent_at AND l.state <> 'taken back'))
      ORDER BY n.sent_at DESC, n.id LIMIT 200`,
    [actor.organizationId, coachIds],
  );
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function renewalInReach(
  tx: EntityManager,
  actor: Actor,
  renewalId: string,
): Promise<RenewalRow> {
  if (!isId(renewalId)) throw notFound('renewal');
  const [row] = await tx.query<RenewalRow[]>(`${RENEWALS} AND n.id = $2`, [actor.organizationId, renewalId]);
  if (!row) throw notFound('renewal');
  return row;
}

export function renewalView(row: RenewalRow): RenewalView {
  return {
    renewalId: row.id,
    kind: row.kind,
    issuer: row.issuer,
    number: row.number,
    firstOn: row.first_on,
    lastOn: row.last_on,
    document: documentView(row.document)!,
    sentAt: row.sent_at,
    state: row.state,
    settledBy: row.settled_by ? { accountId: row.settled_by, name: row.settled_by_name ?? '' } : null,
    settledAt: row.settled_at,
    words: row.words,
    version: row.version,
  };
}
