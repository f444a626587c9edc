import type pg from 'pg';
import { Chance } from './chance.js';
import { type Life, staffMember } from './sample-making.js';

/** How long ago the sample says it, in days. */
const SAID_AGO = 330;

/**
 * Somebody of Rosa's died last year, and his record was closed. It is said while his stay was open, so that the database
 * puts everything to rest as it does for anybody.
 */
export function addDeaths(lives: readonly Life[]): void {
  const life = lives.find(({ person }) => person.preferredName === 'Clyde');
  if (!life) return;
  const { rows, days, participantId } = life;
  // a stream of its own, so that what else there is stays as it was
  const chance = new Chance('deaths of harbor');
  const [rosa, sam] = ['rosa', 'sam'].map((name) => staffMember(life, name));
  const of = (table: 'enrollments' | 'assignments') =>
    rows.of(table).find((row) => row['participant_id'] === participantId)!;
  const stay = of('enrollments');
  const diedOn = stay['closed_on'];
  Object.assign(stay, { closed_on: null, closing_reason: null });
  Object.assign(of('assignments'), { until_on: null });
  const saidAt = days.at(days.ago(SAID_AGO), 10 * 60 + 5).instant;
  rows.add('deaths', {
    id: chance.id(saidAt),
    participant_id: participantId,
    died_on: diedOn,
    family_wishes: 'His sister asks us to say his name, and to come by the garden in May if we like.',
    last_coach_id: rosa!.id,
    said_by: rosa!.id,
    said_at: saidAt,
    request_hash: `\\x${'0'.repeat(64)}`,
    spoken_by: sam!.id,
    spoken_at: days.at(days.ago(SAID_AGO), 16 * 60 + 30).instant,
    version: 1,
  });
}

/** The record closed nine days later: it is then that the assignment ends, and the record stays with the team. */
export async function closeRecords(owner: pg.ClientBase, organizationId: string): Promise<void> {
  await owner.query(
    `UPDATE deaths SET last_words = $2, closed_by = last_coach_id, closed_at = said_at + interval '9 days',
            closed_on = died_on + 10, version = version + 1
      WHERE organization_id = $1`,
    [
      organizationId,
      'He whistled on the stairs so you knew who was coming. The radio in the van works because of him.',
    ],
  );
}
