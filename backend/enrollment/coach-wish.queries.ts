import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { type Experience, inWords } from '../coaches/experiences.rules.js';
import type { NoteCoachWish, OwnCoachWish, WishInWords } from './coach-wish.dto.js';

interface WishRow {
  language: Language | null;
  experiences: Experience[];
  own_words: string;
  wished: Experience[];
  wish_words: string;
  wished_coach_id: string | null;
  wished_coach_name: string | null;
  noted_by_name: string | null;
  is_their_own: boolean;
  noted_at: Date;
  version: number;
}

/** What a participant said for finding a coach; nothing noted is all of it empty, in version 0. */
export async function coachWishOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<OwnCoachWish> {
  const [row] = await tx.query<WishRow[]>(
    `SELECT w.language, w.experiences, w.own_words, w.wished, w.wish_words, w.wished_coach_id, c.name AS wished_coach_name,
            CASE WHEN own.is_theirs THEN p.preferred_name ELSE b.name END AS noted_by_name,
            own.is_theirs AS is_their_own, w.noted_at, w.version
       FROM coach_wishes w
       JOIN participants p ON p.organization_id = w.organization_id AND p.id = w.participant_id
      CROSS JOIN LATERAL (SELECT coalesce(p.account_id = w.noted_by, false) AS is_theirs) own
       LEFT JOIN accounts c ON c.organization_id = w.organization_id AND c.id = w.wished_coach_id
       LEFT JOIN accounts b ON b.organization_id = w.organization_id AND b.id = w.noted_by
      WHERE w.organization_id = $1 AND w.participant_id = $2`,
    [actor.organizationId, participantId],
  );
  return {
    language: row?.language ?? null,
    experiences: row?.experiences ?? [],
    ownWords: row?.own_words ?? '',
    wished: row?.wished ?? [],
    wishWords: row?.wish_words ?? '',
    wishedCoach: row?.wished_coach_id
      ? { accountId: row.wished_coach_id, name: row.wished_coach_name ?? '' }
      : null,
    notedByName: row?.noted_by_name ?? null,
    isTheirOwn: row?.is_their_own ?? false,
    notedAt: row?.noted_at ?? null,
    version: row?.version ?? 0,
  };
}

/** What stands in it, for somebody to read. */
export function wishInWords(wish: OwnCoachWish): WishInWords {
  const { experiences, wished, wishedCoach, version: _, ...said } = wish;
  return {
    ...said,
    wished: inWords(wished),
    experiences: inWords(experiences),
    wishedCoachName: wishedCoach?.name ?? null,
  };
}

/** Writes a first wish down; while enrolling, by somebody who may not read it afterwards. */
export async function addCoachWish(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  wish: NoteCoachWish,
): Promise<void> {
  await tx.query(
    `INSERT INTO coach_wishes (organization_id, participant_id, experiences, own_words, wished, wish_words,
                               wished_coach_id, language, noted_by, noted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    valuesOf(actor, participantId, wish),
  );
}

/** @returns false when somebody noted another since that version, 0 for none noted yet */
export async function putCoachWish(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  wish: NoteCoachWish,
  version: number,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO coach_wishes AS w (organization_id, participant_id, experiences, own_words, wished, wish_words,
                                    wished_coach_id, language, noted_by, noted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (organization_id, participant_id) DO UPDATE
       SET experiences = excluded.experiences, own_words = excluded.own_words, wished = excluded.wished,
           wish_words = excluded.wish_words, wished_coach_id = excluded.wished_coach_id, language = excluded.language, noted_by = excluded.noted_by,
           noted_at = excluded.noted_at, version = w.version + 1
     WHERE w.version = $11
     RETURNING 1`,
    [...valuesOf(actor, participantId, wish), version],
  );
  return rows.length > 0;
}

function valuesOf(actor: Actor, participantId: string, wish: NoteCoachWish): unknown[] {
  return [
    actor.organizationId,
    participantId,
    [...new Set(wish.experiences)],
    wish.ownWords,
    [...new Set(wish.wished)],
    wish.wishWords,
    wish.wishedCoachId ?? null,
    wish.language ?? null,
    actor.accountId,
    actor.now,
  ];
}
