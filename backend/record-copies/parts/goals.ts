import { part } from '../part.js';

interface Goal {
  sentence: string;
  why: string;
  dimension: string;
  byOn: string | null;
  confidence: number | null;
  madeAt: Date;
  finishedOn: string | null;
  letGoOn: string | null;
  steps: { words: string; byOn: string | null; doneAt: string | null }[];
}

export const goalsPart = part<Goal>({
  name: 'goals',
  tables: ['goals', 'steps'],
  gather: (tx, actor, participantId) =>
    tx.query<Goal[]>(
      `SELECT g.sentence, g.why, g.dimension, g.by_on AS "byOn", g.confidence, g.made_at AS "madeAt",
              g.finished_on AS "finishedOn", g.let_go_on AS "letGoOn",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('words', s.words, 'byOn', s.by_on, 'doneAt', s.done_at)
                        ORDER BY s.position, s.id), '[]')
                 FROM steps s WHERE s.organization_id = g.organization_id AND s.goal_id = g.id) AS steps
         FROM goals g WHERE g.organization_id = $1 AND g.participant_id = $2 ORDER BY g.made_at DESC, g.id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Your goals', 'Tus metas'),
  entry: (row, say) => ({
    heading: row.sentence,
    lines: [
      [say('Because', 'Porque'), row.why],
      [say('Since', 'Desde'), say.moment(row.madeAt)],
      [say('By', 'Para'), say.day(row.byOn)],
      [say('How sure you were, 0 to 10', 'Qué tan seguro te sentías, de 0 a 10'), row.confidence?.toString()],
      [say('Reached', 'La alcanzaste'), say.day(row.finishedOn)],
      [say('Let go', 'La dejaste ir'), say.day(row.letGoOn)],
      ...row.steps.map((step) => `${step.doneAt ? '✓' : '○'} ${step.words}`),
    ],
  }),
});
