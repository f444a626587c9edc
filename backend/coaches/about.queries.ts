import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Language } from '../access/roles.js';
import type { AboutCoach, SayAbout } from './about.dto.js';
import { type Experience, EXPERIENCE_WORDS, EXPERIENCES } from './experiences.rules.js';

interface AboutRow {
  id: string;
  speaks: Language[];
  also_speaks: string;
  experiences: Experience[];
  own_words: string;
  version: number;
}

export const EXPERIENCE_CHOICES = EXPERIENCES.map((value) => ({ value, words: EXPERIENCE_WORDS[value] }));

/** What these coaches said of themself, by coach; whoever said nothing is left out. */
export async function aboutCoaches(
  tx: EntityManager,
  actor: Actor,
  coachIds: readonly string[],
): Promise<Map<string, AboutCoach>> {
  const rows = await tx.query<AboutRow[]>(
    `SELECT id, speaks, also_speaks, experiences, own_words, version FROM coach_abouts
      WHERE organization_id = $1 AND id = ANY ($2)`,
    [actor.organizationId, coachIds],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        speaks: row.speaks,
        alsoSpeaks: row.also_speaks,
        experiences: row.experiences,
        ownWords: row.own_words,
        choices: EXPERIENCE_CHOICES,
        version: row.version,
      },
    ]),
  );
}

/** @returns false when somebody said something else since that version, 0 for nothing said yet */
export async function sayAbout(
  tx: EntityManager,
  actor: Actor,
  { speaks, alsoSpeaks, experiences, ownWords }: SayAbout,
  version: number,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO coach_abouts AS b (organization_id, id, speaks, also_speaks, experiences, own_words, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organization_id, id) DO UPDATE
       SET speaks = excluded.speaks, also_speaks = excluded.also_speaks, experiences = excluded.experiences,
           own_words = excluded.own_words, changed_at = excluded.changed_at, version = b.version + 1
     WHERE b.version = $8
     RETURNING 1`,
    [
      actor.organizationId,
      actor.accountId,
      [...new Set(speaks)],
      alsoSpeaks,
      [...new Set(experiences)],
      ownWords,
      actor.now,
      version,
    ],
  );
  return rows.length > 0;
}
