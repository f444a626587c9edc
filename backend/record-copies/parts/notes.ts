import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/door.js';
import type { Note, OwnWords } from '../../notes/note.dto.js';
import { notesOf } from '../../notes/notes.queries.js';
import { part } from '../part.js';
import { wayWords } from './ways.js';

const AT_A_TIME = 500;

/** Every note there is, by pages: one query never holds more than it should. */
async function allNotes(tx: EntityManager, actor: Actor, participantId: string): Promise<Note[]> {
  const all: Note[] = [];
  let rows: Awaited<ReturnType<typeof notesOf>> = [];
  do {
    rows = await notesOf(tx, actor, participantId, rows.at(-1)?.place, AT_A_TIME);
    all.push(...rows.map(({ note }) => note));
  } while (rows.length === AT_A_TIME);
  return all;
}

type Shared = Omit<Note, 'ownWords' | 'isTakenBack'>;

export const notesPart = part<Shared>({
  name: 'notes',
  tables: ['contacts', 'contact_versions', 'contact_addenda', 'contact_goals'],
  gather: async (tx, actor, participantId) =>
    (await allNotes(tx, actor, participantId))
      .filter(({ isTakenBack }) => !isTakenBack)
      .map(({ ownWords: _, isTakenBack: __, ...shared }) => shared),
  title: (say) => say('Notes together', 'Notas compartidas'),
  entry: (row, say) => ({
    heading: [say.day(row.occurredOn), row.occurredTime].filter(Boolean).join(', '),
    lines: [
      [
        row.isReached
          ? say('You talked with', 'Hablaste con')
          : say('Tried to reach you', 'Intentó comunicarse contigo'),
        [row.name, row.way && wayWords(row.way, say)].filter(Boolean).join(', '),
      ],
      row.sharedNote,
      ...row.addenda.map((each): [string, string] => [
        say(`${each.name} added`, `${each.name} agregó`),
        each.words,
      ]),
      [say('About', 'Sobre'), row.goals.map(({ sentence }) => sentence).join('; ')],
      ...row.earlierNotes.map((each): [string, string] => [say('It said before', 'Antes decía'), each.words]),
    ],
  }),
});

interface Own extends OwnWords {
  contactId: string;
  occurredOn: string;
}

export const ownWordsPart = part<Own>({
  name: 'own-words',
  tables: ['contact_own_words', 'contact_own_words_versions'],
  gather: async (tx, actor, participantId) => {
    const own = await tx.query<
      { contact_id: string; occurred_on: string; words: string; written_at: Date; version: number }[]
    >(
      `SELECT contact_id, occurred_on, words, written_at, version FROM contact_own_words
        WHERE organization_id = $1 AND participant_id = $2 ORDER BY happened_at DESC, contact_id DESC`,
      [actor.organizationId, participantId],
    );
    const earlier = await tx.query<{ contact_id: string; words: string; written_at: Date }[]>(
      `SELECT contact_id, words, written_at FROM contact_own_words_versions
        WHERE organization_id = $1 AND participant_id = $2 AND words <> '' ORDER BY version DESC`,
      [actor.organizationId, participantId],
    );
    return own.map((row) => ({
      contactId: row.contact_id,
      occurredOn: row.occurred_on,
      words: row.words,
      writtenAt: row.written_at,
      version: row.version,
      earlier: earlier
        .filter(({ contact_id }) => contact_id === row.contact_id)
        .map(({ words, written_at: writtenAt }) => ({ words, writtenAt })),
    }));
  },
  title: (say) => say('In your words', 'En tus palabras'),
  entry: (row, say) => ({
    heading: say.day(row.occurredOn),
    lines: [
      row.words || say('(You took these words back.)', '(Retiraste estas palabras.)'),
      ...row.earlier.map((each): [string, string] => [say('You said before', 'Antes decías'), each.words]),
    ],
  }),
});
