import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Supporter, SupporterVersion } from './supporter.dto.js';
import { dialled } from './ways-to-reach.queries.js';

export interface SupporterRow {
  id: string;
  participant_id: string;
  name: string;
  relation: string;
  phone: string;
  may_talk: boolean;
  about: string;
  until_on: string | null;
  no_longer_at: Date | null;
  changed_by: string;
  changed_by_name: string | null;
  changed_at: Date;
  request_hash: Buffer | null;
  version: number;
}

const SELECT = `
  SELECT s.id, s.participant_id, s.name, s.relation, s.phone, s.may_talk, s.about, s.until_on, s.no_longer_at,
         s.changed_by, a.name AS changed_by_name, s.changed_at, s.request_hash, s.version
    FROM supporters s
    LEFT JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.changed_by`;

/** The supporters of a participant, those we may talk with today first. */
export async function supportersOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<Supporter[]> {
  const rows = await tx.query<SupporterRow[]>(
    `${SELECT} WHERE s.organization_id = $1 AND s.participant_id = $2 AND s.no_longer_at IS NULL
      ORDER BY (s.may_talk AND s.until_on >= $3) DESC, lower(s.name), s.id`,
    [actor.organizationId, participantId, actor.today],
  );
  return rows.map((row) => supporterOf(row, actor));
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function supporterInReach(tx: EntityManager, actor: Actor, id: string): Promise<SupporterRow> {
  if (!isId(id)) throw notFound('supporter');
  const [row] = await tx.query<SupporterRow[]>(`${SELECT} WHERE s.organization_id = $1 AND s.id = $2`, [
    actor.organizationId,
    id,
  ]);
  return found(row, 'supporter');
}

export function supporterOf(row: SupporterRow, { today, timeZone }: Actor): Supporter {
  const isExpired = row.may_talk && row.until_on !== null && row.until_on < today;
  const mayTalk = row.may_talk && !isExpired && row.no_longer_at === null;
  return {
    supporterId: row.id,
    name: row.name,
    relation: row.relation,
    phone: row.phone,
    dial: mayTalk ? dialled(row.phone) : null,
    mayTalk,
    isExpired,
    about: row.about,
    untilOn: row.until_on,
    isNoLonger: row.no_longer_at !== null,
    changedOn: dayIn(timeZone, row.changed_at),
    changedBy: { accountId: row.changed_by, name: row.changed_by_name ?? '' },
    version: row.version,
  };
}

interface VersionRow extends Pick<SupporterVersion, 'version' | 'at'> {
  fields: Omit<SupporterVersion, 'version' | 'by' | 'at'>;
  made_by: string;
  made_by_name: string | null;
}

/** What was said of them before, the latest first. */
export async function supporterVersions(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<SupporterVersion[]> {
  const rows = await tx.query<VersionRow[]>(
    `SELECT v.version, v.fields, v.made_at AS at, v.made_by, a.name AS made_by_name
       FROM supporter_versions v
       LEFT JOIN accounts a ON a.organization_id = v.organization_id AND a.id = v.made_by
      WHERE v.organization_id = $1 AND v.supporter_id = $2 ORDER BY v.version DESC`,
    [actor.organizationId, id],
  );
  return rows.map(({ version, fields, at, made_by, made_by_name }) => ({
    version,
    ...fields,
    by: { accountId: made_by, name: made_by_name ?? '' },
    at,
  }));
}
