import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { StaffName } from '../participants/participant.dto.js';
import type { DeathView, WalkedWith } from './death.dto.js';
import { mayTakeBack } from './deaths.rules.js';

interface DeathRow {
  id: string;
  participant_id: string;
  preferred_name: string;
  died_on: string;
  family_wishes: string;
  said_by: string;
  said_by_name: string;
  said_at: Date;
  last_coach_id: string | null;
  last_coach_name: string;
  spoken_at: Date | null;
  last_words: string | null;
  closed_by: string;
  closed_by_name: string;
  closed_at: Date;
  version: number;
}

const DEATHS = `
  SELECT d.id, d.participant_id, p.preferred_name, d.died_on, d.family_wishes, d.said_by, sayer.name AS said_by_name,
         d.said_at, d.last_coach_id, coach.name AS last_coach_name, d.spoken_at, d.last_words, d.closed_by,
         closer.name AS closed_by_name, d.closed_at, d.version
    FROM deaths d
    JOIN participants p ON p.organization_id = d.organization_id AND p.id = d.participant_id
    JOIN accounts sayer ON sayer.organization_id = d.organization_id AND sayer.id = d.said_by
    LEFT JOIN accounts coach ON coach.organization_id = d.organization_id AND coach.id = d.last_coach_id
    LEFT JOIN accounts closer ON closer.organization_id = d.organization_id AND closer.id = d.closed_by
   WHERE d.organization_id = $1 AND d.undone_at IS NULL`;

/** That this participant died, as it stands; undefined where nobody said so. The caller has looked at reach. */
export async function deathOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<DeathView | undefined> {
  const rows = await tx.query<DeathRow[]>(`${DEATHS} AND d.participant_id = $2`, [
    actor.organizationId,
    participantId,
  ]);
  return (await views(tx, actor, rows))[0];
}

/** The death of this id within reach, unless it was taken back. */
export async function deathOfId(tx: EntityManager, actor: Actor, id: string): Promise<DeathView | undefined> {
  const rows = await tx.query<DeathRow[]>(`${DEATHS} AND d.id = $2`, [actor.organizationId, id]);
  return (await views(tx, actor, rows))[0];
}

/** Those after which somebody has something left to do: to close the record, or to speak with the last coach. */
export async function deathsToSeeTo(tx: EntityManager, actor: Actor): Promise<DeathView[]> {
  const rows = await tx.query<DeathRow[]>(
    `${DEATHS} AND (d.closed_at IS NULL OR $2 AND d.spoken_at IS NULL AND d.last_coach_id IS NOT NULL)
      ORDER BY d.said_at DESC, d.id`,
    [actor.organizationId, actor.role === 'supervisor'],
  );
  return views(tx, actor, rows);
}

/** Whose record is closed, those who died last first: so many that a team remembers them all. */
export async function closedRecords(tx: EntityManager, actor: Actor): Promise<DeathView[]> {
  const rows = await tx.query<DeathRow[]>(
    `${DEATHS} AND d.closed_at IS NOT NULL ORDER BY d.died_on DESC, d.id LIMIT 200`,
    [actor.organizationId],
  );
  return views(tx, actor, rows);
}

/** Of all enrollments of this participant the first day; null where there is none. */
export async function firstEnrolledOn(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ day: string | null }[]>(
    'SELECT min(enrolled_on) AS day FROM enrollments WHERE organization_id = $1 AND participant_id = $2',
    [actor.organizationId, participantId],
  );
  return row?.day ?? null;
}

interface WalkedRow {
  participant_id: string;
  coach_id: string;
  coach_name: string;
  from_on: string;
  until_on: string;
}

async function views(tx: EntityManager, actor: Actor, rows: DeathRow[]): Promise<DeathView[]> {
  if (rows.length === 0) return [];
  const walked = await tx.query<WalkedRow[]>('SELECT * FROM walked_with($1)', [
    rows.map((row) => row.participant_id),
  ]);
  return rows.map((row) => ({
    deathId: row.id,
    participantId: row.participant_id,
    preferredName: row.preferred_name,
    diedOn: row.died_on,
    familyWishes: row.family_wishes,
    saidBy: { accountId: row.said_by, name: row.said_by_name },
    saidAt: row.said_at,
    lastCoach: nameOf(row.last_coach_id, row.last_coach_name),
    walkedWith: walked.filter((each) => each.participant_id === row.participant_id).map(walkedWith),
    spokenAt: row.spoken_at,
    lastWord:
      row.last_words === null
        ? null
        : {
            words: row.last_words,
            by: { accountId: row.closed_by, name: row.closed_by_name },
            at: row.closed_at,
          },
    mayTakeBack: mayTakeBack({ saidBy: row.said_by, saidAt: row.said_at }, actor),
    version: row.version,
  }));
}

const walkedWith = (row: WalkedRow): WalkedWith => ({
  accountId: row.coach_id,
  name: row.coach_name,
  fromOn: row.from_on,
  untilOn: row.until_on,
});

const nameOf = (accountId: string | null, name: string): StaffName | null =>
  accountId === null ? null : { accountId, name };
