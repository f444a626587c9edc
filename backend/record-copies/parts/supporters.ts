import { part } from '../part.js';

interface Supporter {
  name: string;
  relation: string;
  phone: string;
  endedAt: Date | null;
}

export const supportersPart = part<Supporter>({
  name: 'supporters',
  tables: ['supporters'],
  gather: (tx, actor, participantId) =>
    tx.query<Supporter[]>(
      `SELECT name, relation, phone, no_longer_at AS "endedAt" FROM supporters
        WHERE organization_id = $1 AND participant_id = $2 ORDER BY no_longer_at NULLS FIRST, id`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('People in your life', 'Personas en tu vida'),
  entry: (row, say) => ({
    heading: row.name,
    lines: [
      row.relation,
      [say('Phone', 'Teléfono'), row.phone],
      [say('No longer here since', 'Ya no está aquí desde'), say.moment(row.endedAt)],
    ],
  }),
});
