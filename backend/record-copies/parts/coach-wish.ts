import type { Language } from '../../access/roles.js';
import type { Experience } from '../../coaches/experiences.rules.js';
import { part } from '../part.js';
import type { Speaker } from '../speaker.js';

interface Wish {
  language: Language | null;
  wished: Experience[];
  wishWords: string;
  wishedCoach: string | null;
  experiences: Experience[];
  ownWords: string;
  notedBy: string;
  notedAt: Date;
}

const WORDS: Record<Experience, readonly [english: string, spanish: string]> = {
  woman: ['a woman', 'mujer'],
  man: ['a man', 'hombre'],
  nonbinary: ['nonbinary', 'persona no binaria'],
  LGBTQ: ['LGBTQ+', 'LGBTQ+'],
  alcohol: ['recovery from alcohol', 'recuperarse del alcohol'],
  opioids: ['recovery from opioids', 'recuperarse de opioides'],
  stimulants: ['recovery from stimulants', 'recuperarse de estimulantes'],
  medication: ['recovery with medication', 'recuperarse con medicamento'],
  inside: ['jail or prison', 'la cárcel o la prisión'],
  'no home': ['being without a home', 'no tener casa'],
  parent: ['being a parent', 'tener hijos'],
  military: ['the military', 'el ejército'],
  'mental health': ['mental health', 'la salud mental'],
  loss: ['losing somebody to an overdose', 'perder a alguien por una sobredosis'],
  faith: ['faith', 'la fe'],
};

const LANGUAGES: Record<Language, readonly [english: string, spanish: string]> = {
  en: ['English', 'inglés'],
  es: ['Spanish', 'español'],
};

const inWords = (each: readonly Experience[], say: Speaker): string =>
  each.map((one) => say(...WORDS[one])).join(', ');

export const coachWishPart = part<Wish>({
  name: 'coach-wish',
  tables: ['coach_wishes'],
  gather: (tx, actor, participantId) =>
    tx.query<Wish[]>(
      `SELECT w.language, w.wished, w.wish_words AS "wishWords", c.name AS "wishedCoach", w.experiences,
              w.own_words AS "ownWords", b.name AS "notedBy", w.noted_at AS "notedAt"
         FROM coach_wishes w
         JOIN accounts b ON b.organization_id = w.organization_id AND b.id = w.noted_by
         LEFT JOIN accounts c ON c.organization_id = w.organization_id AND c.id = w.wished_coach_id
        WHERE w.organization_id = $1 AND w.participant_id = $2`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('The coach you wish for', 'El coach que te gustaría'),
  entry: (row, say) => ({
    heading: row.wishWords || say('What you wish', 'Lo que te gustaría'),
    lines: [
      [
        say('You would like to speak', 'Te gustaría hablar en'),
        row.language && say(...LANGUAGES[row.language]),
      ],
      [say('Somebody who is, or knows about', 'Alguien que sea, o conozca'), inWords(row.wished, say)],
      [say('You asked for', 'Pediste a'), row.wishedCoach],
      [say('You are, or know about', 'Tú eres, o conoces'), inWords(row.experiences, say)],
      [say('About you', 'Sobre ti'), row.ownWords],
      [say('Written by', 'Lo escribió'), row.notedBy],
      [say('On', 'El'), say.moment(row.notedAt)],
    ],
  }),
});
