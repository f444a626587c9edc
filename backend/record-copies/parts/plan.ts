import { part } from '../part.js';
import type { Speaker } from '../speaker.js';

interface PlanVersion {
  version: number;
  part: 'signs' | 'triggers' | 'helps' | 'places' | 'people' | 'reasons';
  isNow: boolean;
  lines: string[];
  people: { name: string; relation: string; phone: string }[];
  isTogether: boolean;
  by: string;
  madeAt: Date;
}

const PARTS: Record<PlanVersion['part'], (say: Speaker) => string> = {
  signs: (say) => say('Early signs', 'Primeras señales'),
  triggers: (say) => say('Triggers', 'Lo que lo provoca'),
  helps: (say) => say('What helps', 'Lo que ayuda'),
  places: (say) => say('Safe places', 'Lugares seguros'),
  people: (say) => say('People', 'Personas'),
  reasons: (say) => say('Reasons', 'Razones'),
};

/** Every version of every part, the newest first; `isNow` is the plan as it stands. */
export const planPart = part<PlanVersion>({
  name: 'recovery-plan',
  tables: ['recovery_plans', 'recovery_plan_versions', 'recovery_plan_people'],
  gather: (tx, actor, participantId) =>
    tx.query<PlanVersion[]>(
      `SELECT v.version, v.part, v.version = max(v.version) OVER (PARTITION BY v.part) AS "isNow", v.lines,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'relation', n.relation, 'phone', n.phone)
                        ORDER BY n.position), '[]')
                 FROM recovery_plan_people n WHERE n.organization_id = v.organization_id
                  AND n.participant_id = v.participant_id AND n.version = v.version) AS people,
              v.is_together AS "isTogether", a.name AS by, v.made_at AS "madeAt"
         FROM recovery_plan_versions v
         JOIN accounts a ON a.organization_id = v.organization_id AND a.id = v.made_by
        WHERE v.organization_id = $1 AND v.participant_id = $2
        ORDER BY "isNow" DESC, v.version DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Your plan', 'Tu plan'),
  entry: (row, say) => ({
    heading: row.isNow ? PARTS[row.part](say) : `${PARTS[row.part](say)} (${say('before', 'antes')})`,
    lines: [
      ...row.lines.map((line) => `• ${line}`),
      ...row.people.map(
        ({ name, relation, phone }) => `• ${[name, relation, phone].filter(Boolean).join(', ')}`,
      ),
      [say('Written by', 'Escrito por'), `${row.by}, ${say.moment(row.madeAt)}`],
    ],
  }),
});
