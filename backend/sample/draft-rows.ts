import { type Life, staffMember } from './sample-making.js';

/**
 * What two coaches were typing: Rosa was called away, and what Tomás wrote was refused for want of a certification and
 * waits for its renewal.
 */
export function addDrafts(lives: readonly Life[]): void {
  const about = (preferredName: string) =>
    lives.find(({ person }) => person.preferredName === preferredName)!;
  addDraft(about('Lou'), 'rosa', 50, {
    outcome: 'reached',
    startedBy: 'participant',
    way: 'phone',
    sharedNote: 'Called back from the library. The room on Cooper Street is gone, and there is another one',
  });
  addDraft(about('Earl'), 'tomas', 1_600, {
    outcome: 'reached',
    way: 'in person',
    place: 'home',
    minutes: 40,
    sharedNote: 'Fixed the step to the porch together. Physical therapy is on Mondays from now on.',
    teamNote: 'I know my certification has run out. Keeping this until the renewal is through.',
  });
}

function addDraft(
  { rows, days, chance, participantId, ...life }: Life,
  coach: string,
  minutesAgo: number,
  form: object,
): void {
  const savedAt = new Date(days.now.getTime() - minutesAgo * 60_000);
  rows.add('drafts', {
    id: chance.id(savedAt),
    account_id: staffMember(life, coach).id,
    participant_id: participantId,
    body: JSON.stringify({ participantId, ...form }),
    saved_at: savedAt,
    version: 3,
  });
}
