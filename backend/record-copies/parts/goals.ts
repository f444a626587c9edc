import { part } from '../part.js';

interface Step {
  words: string;
  byOn: string | null;
  doneAt: string | null;
  removedAt: string | null;
  earlier: { words: string; byOn: string | null }[];
}

interface Goal {
  sentence: string;
  why: string;
  dimension: string;
  byOn: string | null;
  madeAt: Date;
  finishedOn: string | null;
  letGoOn: string | null;
  letGoWords: string;
  steps: Step[];
  progress: { saidOn: string; confidence: number | null; words: string }[];
  earlier: { sentence: string; why: string; dimension: string; byOn: string | null; madeAt: string }[];
}

const GOALS = `
  SELECT g.sentence, g.why, g.dimension, g.by_on AS "byOn", g.made_at AS "madeAt", g.finished_on AS "finishedOn",
         g.let_go_on AS "letGoOn", g.let_go_words AS "letGoWords",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('words', s.words, 'byOn', s.by_on, 'doneAt', s.done_at,
                   'removedAt', s.removed_at, 'earlier', (
                     SELECT coalesce(jsonb_agg(jsonb_build_object('words', v.words, 'byOn', v.by_on)
                              ORDER BY v.version DESC), '[]')
                       FROM step_versions v WHERE v.organization_id = s.organization_id AND v.step_id = s.id))
                   ORDER BY s.position, s.id), '[]')
            FROM steps s WHERE s.organization_id = g.organization_id AND s.goal_id = g.id) AS steps,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('saidOn', t.said_on, 'confidence', t.confidence, 'words', t.words)
                   ORDER BY t.said_on DESC, t.said_at DESC), '[]')
            FROM goal_progress t WHERE t.organization_id = g.organization_id AND t.goal_id = g.id
             AND NOT t.is_voided) AS progress,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('sentence', v.sentence, 'why', v.why, 'dimension', v.dimension,
                   'byOn', v.by_on, 'madeAt', v.made_at) ORDER BY v.version DESC), '[]')
            FROM goal_versions v WHERE v.organization_id = g.organization_id AND v.goal_id = g.id) AS earlier
    FROM goals g WHERE g.organization_id = $1 AND g.participant_id = $2 ORDER BY g.made_at DESC, g.id DESC`;

export const goalsPart = part<Goal>({
  name: 'goals',
  tables: ['goals', 'goal_versions', 'goal_progress', 'steps', 'step_versions'],
  gather: (tx, actor, participantId) => tx.query<Goal[]>(GOALS, [actor.organizationId, participantId]),
  title: (say) => say('Your goals', 'Tus metas'),
  entry: (row, say) => ({
    heading: row.sentence,
    lines: [
      [say('Because', 'Porque'), row.why],
      [say('Since', 'Desde'), say.moment(row.madeAt)],
      [say('By', 'Para'), say.day(row.byOn)],
      [say('Reached', 'La alcanzaste'), say.day(row.finishedOn)],
      [say('Let go', 'La dejaste ir'), [say.day(row.letGoOn), row.letGoWords].filter(Boolean).join(': ')],
      ...row.steps
        .filter(({ removedAt }) => !removedAt)
        .map((step) => `${step.doneAt ? '✓' : '○'} ${step.words}`),
      ...row.progress.map(({ saidOn, confidence, words }): [string, string] => [
        say.day(saidOn),
        [words, confidence !== null && say(`sure ${confidence} of 10`, `seguridad ${confidence} de 10`)]
          .filter(Boolean)
          .join(' · '),
      ]),
      ...row.earlier.map(({ sentence }): [string, string] => [
        say('It said before', 'Antes decía'),
        sentence,
      ]),
    ],
  }),
});
