import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import type { Way } from '../contacts/contacts.rules.js';
import { FIRST_PLACE, type Place } from '../http/page.js';
import type { Note, OwnWords } from './note.dto.js';

interface PlaceRow {
  contact_id: string;
  happened_at: Date;
}

interface NoteRow {
  id: string;
  occurred_on: string;
  occurred_time: string | null;
  happened_at: Date;
  name: string;
  is_reached: boolean;
  way: Way | null;
  shared_note: string;
  earlier: { words: string; at: string }[];
  addenda: { addendumId: string; name: string; words: string; at: string }[];
  goals: { goalId: string; sentence: string }[];
}

interface OwnWordsRow {
  contact_id: string;
  occurred_on: string;
  happened_at: Date;
  words: string;
  written_at: Date;
  version: number;
  earlier: { words: string; at: string }[];
}

/** Contacts as the participant may see them, and words of theirs whose contact was taken back: newest first. */
const PLACES = `
  (SELECT c.id AS contact_id, c.happened_at FROM contacts c
    WHERE c.organization_id = $1 AND c.participant_id = $2 AND (c.happened_at, c.id) < ($3, $4)
    ORDER BY c.happened_at DESC, c.id DESC LIMIT $5)
  UNION ALL
  (SELECT w.contact_id, w.happened_at FROM contact_own_words w
    WHERE w.organization_id = $1 AND w.participant_id = $2 AND (w.happened_at, w.contact_id) < ($3, $4)
      AND w.words <> '' AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = $1 AND c.id = w.contact_id)
    ORDER BY w.happened_at DESC, w.contact_id DESC LIMIT $5)
  ORDER BY happened_at DESC, contact_id DESC LIMIT $5`;

/** An amended note is told again only where the words themselves changed. */
const NOTES = `
  SELECT c.id, c.occurred_on, to_char(c.occurred_time, 'HH24:MI') AS occurred_time, c.happened_at, a.name,
         c.outcome = 'reached' AS is_reached, c.way, c.shared_note,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('words', v.shared_note, 'at', v.replaced_at)
                   ORDER BY v.version DESC), '[]')
            FROM (SELECT v.shared_note, v.replaced_at, v.version,
                         lead(v.shared_note, 1, c.shared_note) OVER (ORDER BY v.version) AS then
                    FROM contact_versions v WHERE v.organization_id = c.organization_id AND v.contact_id = c.id) v
           WHERE v.shared_note <> v.then AND v.shared_note <> '') AS earlier,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('addendumId', d.id, 'name', author.name, 'words', d.words,
                   'at', d.added_at) ORDER BY d.added_at, d.id), '[]')
            FROM contact_addenda d
            JOIN accounts author ON author.organization_id = d.organization_id AND author.id = d.author_id
           WHERE d.organization_id = c.organization_id AND d.contact_id = c.id) AS addenda,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('goalId', g.id, 'sentence', g.sentence) ORDER BY g.id), '[]')
            FROM contact_goals t JOIN goals g ON g.organization_id = t.organization_id AND g.id = t.goal_id
           WHERE t.organization_id = c.organization_id AND t.contact_id = c.id) AS goals
    FROM contacts c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
   WHERE c.organization_id = $1 AND c.id = ANY ($2)`;

const OWN_WORDS = `
  SELECT w.contact_id, w.occurred_on, w.happened_at, w.words, w.written_at, w.version,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('words', v.words, 'at', v.written_at)
                   ORDER BY v.version DESC), '[]')
            FROM contact_own_words_versions v
           WHERE v.organization_id = w.organization_id AND v.contact_id = w.contact_id AND v.words <> '') AS earlier
    FROM contact_own_words w WHERE w.organization_id = $1 AND w.contact_id = ANY ($2)`;

/** The participant's own notes, newest first, from a place on. Asked as the participant: their policies say which. */
export async function notesOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  after: Place | undefined,
  limit: number,
): Promise<{ note: Note; place: Place }[]> {
  const { at, id } = after ?? FIRST_PLACE;
  const places = await tx.query<PlaceRow[]>(PLACES, [actor.organizationId, participantId, at, id, limit]);
  const notes = await notesOfIds(
    tx,
    actor,
    places.map((each) => each.contact_id),
  );
  return places.flatMap((place) => {
    const note = notes.get(place.contact_id);
    return note ? [{ note, place: { at: place.happened_at, id: place.contact_id } }] : [];
  });
}

export async function notesOfIds(tx: EntityManager, actor: Actor, ids: string[]): Promise<Map<string, Note>> {
  if (ids.length === 0) return new Map();
  const [notes, own] = await Promise.all([
    tx.query<NoteRow[]>(NOTES, [actor.organizationId, ids]),
    tx.query<OwnWordsRow[]>(OWN_WORDS, [actor.organizationId, ids]),
  ]);
  const ownOf = new Map(own.map((row) => [row.contact_id, row]));
  const day = (at: string): string => dayIn(actor.timeZone, new Date(at));
  const found = new Map<string, Note>();
  for (const row of own) found.set(row.contact_id, takenBack(row));
  for (const row of notes)
    found.set(row.id, {
      contactId: row.id,
      occurredOn: row.occurred_on,
      occurredTime: row.occurred_time,
      name: row.name,
      isReached: row.is_reached,
      way: row.way,
      sharedNote: row.shared_note,
      earlierNotes: row.earlier.map(({ words, at }) => ({ words, replacedOn: day(at) })),
      addenda: row.addenda.map(({ at, ...addendum }) => ({ ...addendum, addedOn: day(at) })),
      goals: row.goals,
      ownWords: ownWords(ownOf.get(row.id)),
      isTakenBack: false,
    });
  return found;
}

function ownWords(row: OwnWordsRow | undefined): OwnWords | null {
  if (!row) return null;
  const { words, written_at: writtenAt, version, earlier } = row;
  return {
    words,
    writtenAt,
    version,
    earlier: earlier.map((each) => ({ words: each.words, writtenAt: new Date(each.at) })),
  };
}

function takenBack(row: OwnWordsRow): Note {
  return {
    contactId: row.contact_id,
    occurredOn: row.occurred_on,
    occurredTime: null,
    name: '',
    isReached: true,
    way: null,
    sharedNote: '',
    earlierNotes: [],
    addenda: [],
    goals: [],
    ownWords: ownWords(row),
    isTakenBack: true,
  };
}
