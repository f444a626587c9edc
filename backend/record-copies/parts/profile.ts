import { part } from '../part.js';

interface Profile {
  preferredName: string;
  legalName: string;
  pronouns: string;
  language: 'en' | 'es';
  signInName: string;
  coach: string | null;
  since: Date;
}

export const profilePart = part<Profile>({
  name: 'profile',
  tables: ['participants', 'accounts', 'organizations'],
  gather: (tx, actor, participantId) =>
    tx.query<Profile[]>(
      `SELECT p.preferred_name AS "preferredName", p.legal_name AS "legalName", p.pronouns, own.language,
              own.sign_in_name AS "signInName", coach.name AS coach, p.created_at AS since
         FROM participants p
         JOIN accounts own ON own.organization_id = p.organization_id AND own.id = p.account_id
         LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
        WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('You', 'Tú'),
  entry: (row, say) => ({
    heading: row.preferredName,
    lines: [
      [say('Legal name', 'Nombre legal'), row.legalName],
      [say('Pronouns', 'Pronombres'), row.pronouns],
      [say('Language', 'Idioma'), row.language === 'es' ? 'Español' : 'English'],
      [say('Name you sign in with', 'Nombre con el que entras'), row.signInName],
      [say('Your coach', 'Tu coach'), row.coach],
      [say('Here since', 'Aquí desde'), say.moment(row.since)],
    ],
  }),
});

interface Stay {
  program: string;
  enrolledOn: string;
  closedOn: string | null;
  agreedCadenceDays: number;
}

export const enrollmentsPart = part<Stay>({
  name: 'programs',
  tables: ['enrollments', 'programs'],
  gather: (tx, actor, participantId) =>
    tx.query<Stay[]>(
      `SELECT r.name AS program, e.enrolled_on AS "enrolledOn", e.closed_on AS "closedOn",
              e.agreed_cadence_days AS "agreedCadenceDays"
         FROM enrollments e JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
        WHERE e.organization_id = $1 AND e.participant_id = $2 ORDER BY e.enrolled_on DESC, e.id`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Your programs', 'Tus programas'),
  entry: (row, say) => ({
    heading: row.program,
    lines: [
      [say('From', 'Desde'), say.day(row.enrolledOn)],
      [say('Until', 'Hasta'), say.day(row.closedOn)],
      [
        say('You agreed to talk every', 'Acordaron hablar cada'),
        say(`${row.agreedCadenceDays} days`, `${row.agreedCadenceDays} días`),
      ],
    ],
  }),
});

interface Way {
  kind: 'phone' | 'email' | 'address';
  value: string;
  mayCall: boolean;
  mayVoicemail: boolean;
  mayText: boolean;
  maySayWho: boolean;
  bestHours: string;
  untilOn: string | null;
  endedAt: Date | null;
}

export const waysPart = part<Way>({
  name: 'ways-to-reach',
  tables: ['ways_to_reach'],
  gather: (tx, actor, participantId) =>
    tx.query<Way[]>(
      `SELECT kind, value, may_call AS "mayCall", may_voicemail AS "mayVoicemail", may_text AS "mayText",
              may_say_who AS "maySayWho", best_hours AS "bestHours", until_on AS "untilOn", no_longer_at AS "endedAt"
         FROM ways_to_reach WHERE organization_id = $1 AND participant_id = $2 ORDER BY no_longer_at NULLS FIRST, id`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('How we may reach you', 'Cómo podemos comunicarnos contigo'),
  entry: (row, say) => ({
    heading: row.value,
    lines: [
      ...(row.kind === 'phone'
        ? ([
            [say('We may call', 'Podemos llamar'), say.yesNo(row.mayCall)],
            [say('We may leave a message', 'Podemos dejar un mensaje'), say.yesNo(row.mayVoicemail)],
          ] as const)
        : []),
      [say('We may write', 'Podemos escribir'), say.yesNo(row.mayText)],
      [say('We may say who we are', 'Podemos decir quiénes somos'), say.yesNo(row.maySayWho)],
      [say('Best hours', 'Mejores horas'), row.bestHours],
      [say('Until', 'Hasta'), say.day(row.untilOn)],
      [say('No longer used since', 'Ya no se usa desde'), say.moment(row.endedAt)],
    ],
  }),
});
