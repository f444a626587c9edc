import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { DocumentView } from './certification.view.js';
import type { MediaType } from './document-kind.rules.js';

/** Of a document `d`, all but what it holds; null where there is none. */
export const DOCUMENT = `
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('documentId', d.id, 'fileName', d.file_name,
    'mediaType', d.media_type, 'byteCount', d.byte_count, 'sha256', encode(d.sha256, 'hex'),
    'sentBy', jsonb_build_object('accountId', d.sent_by, 'name', (
      SELECT a.name FROM accounts a WHERE a.organization_id = d.organization_id AND a.id = d.sent_by)),
    'sentAt', d.sent_at) END AS document`;

export type DocumentJson = (Omit<DocumentView, 'sentAt'> & { sentAt: string }) | null;

export function documentView(json: DocumentJson): DocumentView | null {
  return json && { ...json, sentAt: new Date(json.sentAt) };
}

/** So many for one coach in all; ours, against a disk that fills. */
const MOST_DOCUMENTS = 200;

/**
 * Keeps a document once for its id.
 *
 * @throws Problem 404 when its id is another coach's; 409 when it already is another document, or there are too many.
 */
export async function keepDocument(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { documentId, fileName, mediaType, content }: NewDocument,
): Promise<DocumentView> {
  const sha256 = createHash('sha256').update(content).digest();
  const [count] = await tx.query<{ count: number }[]>(
    'SELECT count(*) AS count FROM certification_documents WHERE organization_id = $1 AND coach_id = $2',
    [actor.organizationId, coachId],
  );
  if ((count?.count ?? 0) >= MOST_DOCUMENTS)
    throw new Problem(
      409,
      'documents-too-many',
      `There are ${MOST_DOCUMENTS} documents of this coach already.`,
    );
  const rows = await tx.query<unknown[]>(
    `INSERT INTO certification_documents (organization_id, id, coach_id, file_name, media_type, byte_count, sha256,
       content, sent_by, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      documentId,
      coachId,
      fileName,
      mediaType,
      content.length,
      sha256,
      content,
      actor.accountId,
      actor.now,
    ],
  );
  const kept = await documentOf(tx, actor, coachId, documentId);
  if (kept.sha256 !== sha256.toString('hex'))
    throw new Problem(
      409,
      'document-id-taken',
      'Another document was sent with this id. Send it as a new one.',
    );
  if (rows.length > 0)
    actor.record({
      action: 'document.sent',
      subjectId: documentId,
      why: `${fileName}, ${content.length} bytes, sha256 ${kept.sha256}`,
    });
  return kept;
}

interface NewDocument {
  documentId: string;
  fileName: string;
  mediaType: MediaType;
  content: Buffer;
}

/** @throws Problem 404 when this coach has no such document within reach. */
export async function documentOf(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  documentId: string,
): Promise<DocumentView> {
  if (!isId(documentId)) throw notFound('document');
  const [row] = await tx.query<{ document: DocumentJson }[]>(
    `SELECT ${DOCUMENT} FROM certification_documents d
      WHERE d.organization_id = $1 AND d.coach_id = $2 AND d.id = $3`,
    [actor.organizationId, coachId, documentId],
  );
  const view = row && documentView(row.document);
  if (!view) throw notFound('document');
  return view;
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function documentToSend(
  tx: EntityManager,
  actor: Actor,
  documentId: string,
): Promise<{ coachId: string; fileName: string; mediaType: MediaType; content: Buffer }> {
  if (!isId(documentId)) throw notFound('document');
  const [row] = await tx.query<
    { coach_id: string; file_name: string; media_type: MediaType; content: Buffer }[]
  >(
    `SELECT coach_id, file_name, media_type, content FROM certification_documents
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, documentId],
  );
  if (!row) throw notFound('document');
  return {
    coachId: row.coach_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    content: row.content,
  };
}
