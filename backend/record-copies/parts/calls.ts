import { part } from '../part.js';

interface Call {
  askedAt: Date;
  about: string;
  bestTime: string;
  withdrawnAt: Date | null;
}

export const callsPart = part<Call>({
  name: 'calls-asked-for',
  tables: ['calls_asked_for'],
  gather: (tx, actor, participantId) =>
    tx.query<Call[]>(
      `SELECT asked_at AS "askedAt", about, best_time AS "bestTime", withdrawn_at AS "withdrawnAt"
         FROM calls_asked_for WHERE organization_id = $1 AND participant_id = $2 ORDER BY asked_at DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Calls you asked for', 'Llamadas que pediste'),
  entry: (row, say) => ({
    heading: say.moment(row.askedAt),
    lines: [
      row.about,
      [say('Best time', 'Mejor hora'), row.bestTime],
      [say('Taken back', 'La retiraste'), say.moment(row.withdrawnAt)],
    ],
  }),
});
