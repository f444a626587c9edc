import { part } from '../part.js';
import type { Speaker } from '../speaker.js';

interface CheckIn {
  checkedInAt: Date;
  mood: string;
  cravings: number | null;
  sleep: string | null;
  connection: string | null;
  hasSafePlace: boolean | null;
  wantsCall: boolean;
  words: string;
  isWithCoach: boolean;
}

const SPANISH: Record<string, string> = {
  struggling: 'difícil',
  'getting by': 'ahí voy',
  steady: 'estable',
  strong: 'con fuerza',
  poor: 'mal',
  fair: 'regular',
  good: 'bien',
  alone: 'con soledad',
  some: 'algo de compañía',
  close: 'cerca de alguien',
};
const inWords = (answer: string | null, say: Speaker): string | null =>
  answer && say(answer, SPANISH[answer] ?? answer);

export const checkInsPart = part<CheckIn>({
  name: 'check-ins',
  tables: ['check_ins'],
  gather: (tx, actor, participantId) =>
    tx.query<CheckIn[]>(
      `SELECT checked_in_at AS "checkedInAt", mood, cravings, sleep, connection, has_safe_place AS "hasSafePlace",
              wants_call AS "wantsCall", words, is_with_staff AS "isWithCoach"
         FROM check_ins WHERE organization_id = $1 AND participant_id = $2 ORDER BY checked_in_at DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('How you said you were', 'Cómo dijiste que estabas'),
  entry: (row, say) => ({
    heading: say.moment(row.checkedInAt),
    lines: [
      [say('How it was', 'Cómo iba'), inWords(row.mood, say)],
      [say('Cravings, 0 to 10', 'Ganas de consumir, de 0 a 10'), row.cravings?.toString()],
      [say('Sleep', 'Sueño'), inWords(row.sleep, say)],
      [say('Connection', 'Compañía'), inWords(row.connection, say)],
      [say('A safe place to stay', 'Un lugar seguro'), say.yesNo(row.hasSafePlace)],
      row.wantsCall ? say('You asked to be called.', 'Pediste que te llamaran.') : '',
      row.words,
      row.isWithCoach ? say('Written down with your coach.', 'Anotado junto con tu coach.') : '',
    ],
  }),
});

interface TakenBack {
  takenBackAt: Date;
  said: { mood?: string; words?: string };
}

export const checkInsTakenBackPart = part<TakenBack>({
  name: 'check-ins-taken-back',
  tables: ['check_ins_taken_back'],
  gather: (tx, actor, participantId) =>
    tx.query<TakenBack[]>(
      `SELECT taken_back_at AS "takenBackAt", said FROM check_ins_taken_back
        WHERE organization_id = $1 AND participant_id = $2 ORDER BY taken_back_at DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Check-ins you took back', 'Respuestas que retiraste'),
  entry: (row, say) => ({
    heading: say.moment(row.takenBackAt),
    lines: [[say('How it was', 'Cómo iba'), inWords(row.said.mood ?? '', say)], row.said.words ?? ''],
  }),
});
