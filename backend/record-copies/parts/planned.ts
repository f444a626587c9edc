import { part } from '../part.js';

interface Planned {
  plannedOn: string;
  plannedTime: string | null;
  way: string | null;
  with: string;
}

export const plannedPart = part<Planned>({
  name: 'planned-contacts',
  tables: ['planned_contacts'],
  gather: (tx, actor, participantId) =>
    tx.query<Planned[]>(
      `SELECT n.planned_on AS "plannedOn", to_char(n.planned_time, 'HH24:MI') AS "plannedTime", n.way, a.name AS "with"
         FROM planned_contacts n JOIN accounts a ON a.organization_id = n.organization_id AND a.id = n.coach_id
        WHERE n.organization_id = $1 AND n.participant_id = $2 ORDER BY n.planned_on DESC, n.id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Times that were planned', 'Encuentros planeados'),
  entry: (row, say) => ({
    heading: [say.day(row.plannedOn), row.plannedTime].filter(Boolean).join(', '),
    lines: [[say('With', 'Con'), row.with]],
  }),
});
