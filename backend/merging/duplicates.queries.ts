import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Agreement } from './agreement.rules.js';
import type { WhoIsThis } from './duplicate.dto.js';

interface AgreementRow {
  is_same_name: boolean;
  is_near_name: boolean;
  is_same_number: boolean;
  /** Not asked of what is typed: the form asks no day of birth. */
  is_same_birth?: boolean | null;
}

const agreementOf = (row: AgreementRow): Agreement => ({
  isSameName: row.is_same_name,
  isNearName: row.is_near_name,
  isSameNumber: row.is_same_number,
  isSameBirth: row.is_same_birth ?? null,
});

/** Everybody of the organization who agrees with what was typed, in reach or not: at most 40, who agrees in more first. */
export async function whoAgrees(
  tx: EntityManager,
  who: WhoIsThis,
): Promise<({ participantId: string } & Agreement)[]> {
  const rows = await tx.query<(AgreementRow & { participant_id: string })[]>(
    'SELECT * FROM possible_duplicates($1, $2, $3)',
    [who.preferredName, who.legalName ?? '', who.phone ?? ''],
  );
  return rows.map((row) => ({ participantId: row.participant_id, ...agreementOf(row) }));
}

export interface Pair {
  firstId: string;
  secondId: string;
}

/** Pairs that nobody told apart, who agree in more first. @param of those with this record alone */
export async function pairsAlike(
  tx: EntityManager,
  most: number,
  of: string | null = null,
): Promise<(Pair & Agreement)[]> {
  const rows = await tx.query<(AgreementRow & { first_id: string; second_id: string })[]>(
    'SELECT * FROM duplicate_pairs($1, $2)',
    [most, of],
  );
  return rows.map((row) => ({ firstId: row.first_id, secondId: row.second_id, ...agreementOf(row) }));
}

/** Pairs that somebody told apart, the latest first. */
export async function pairsToldApart(
  tx: EntityManager,
  actor: Actor,
): Promise<(Pair & { saidByName: string; saidAt: Date })[]> {
  const rows = await tx.query<{ first_id: string; second_id: string; name: string; said_at: Date }[]>(
    `SELECT t.first_id, t.second_id, a.name, t.said_at FROM told_apart t
       JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.said_by
      WHERE t.organization_id = $1 ORDER BY t.said_at DESC, t.first_id, t.second_id LIMIT 100`,
    [actor.organizationId],
  );
  return rows.map((row) => ({
    firstId: row.first_id,
    secondId: row.second_id,
    saidByName: row.name,
    saidAt: row.said_at,
  }));
}

/** Two records are two people; said already, it stays said by who said it first. */
export async function tellApart(tx: EntityManager, actor: Actor, { firstId, secondId }: Pair): Promise<void> {
  await tx.query(
    `INSERT INTO told_apart (organization_id, first_id, second_id, said_by, said_at)
     VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5) ON CONFLICT DO NOTHING`,
    [actor.organizationId, firstId, secondId, actor.accountId, actor.now],
  );
}

/** They may be one person after all. */
export async function tellTogether(
  tx: EntityManager,
  actor: Actor,
  { firstId, secondId }: Pair,
): Promise<void> {
  await tx.query(
    `DELETE FROM told_apart WHERE organization_id = $1
        AND first_id = least($2::uuid, $3::uuid) AND second_id = greatest($2::uuid, $3::uuid)`,
    [actor.organizationId, firstId, secondId],
  );
}
