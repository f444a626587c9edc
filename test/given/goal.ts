import { v7 as newId } from 'uuid';
import type { Participant } from './participant.js';

export interface GoalTraits {
  sentence?: string;
  dimension?: 'Health' | 'Home' | 'Purpose' | 'Community';
  /** In their order. */
  steps?: string[];
}

export interface Goal {
  goalId: string;
  stepIds: string[];
}

/** A goal in the participant's own words, with a step unless the test names others. */
export async function aGoalOf(participant: Participant, traits: GoalTraits = {}): Promise<Goal> {
  const { server, organizationId } = participant.organization;
  const goalId = newId();
  await server.database.query(
    `INSERT INTO goals (organization_id, id, participant_id, sentence, dimension, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      organizationId,
      goalId,
      participant.participantId,
      traits.sentence ?? 'Find a place of my own',
      traits.dimension ?? 'Home',
      participant.accountId,
      server.clock.now(),
    ],
  );
  const stepIds: string[] = [];
  for (const [position, words] of (traits.steps ?? ['Call the housing office']).entries()) {
    const stepId = newId();
    await server.database.query(
      `INSERT INTO steps (organization_id, id, goal_id, participant_id, words, position) VALUES ($1, $2, $3, $4, $5, $6)`,
      [organizationId, stepId, goalId, participant.participantId, words, position],
    );
    stepIds.push(stepId);
  }
  return { goalId, stepIds };
}
