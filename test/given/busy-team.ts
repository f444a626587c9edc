import { today } from './organization.js';
import { logged, raised } from './logged.js';
import { aParticipantOf, aParticipantWithoutCoach } from './participant.js';
import type { Person } from './staff.js';

/** A team in which every number is something else than zero somewhere. */
export async function aBusyTeam(rosa: Person, dev: Person): Promise<void> {
  const harbor = rosa.organization;
  const [theo, lou] = [await aParticipantOf(rosa), await aParticipantOf(rosa, { preferredName: 'Lou' })];
  const mina = await aParticipantOf(dev, { preferredName: 'Mina', enrolledOn: today(harbor, -9) });
  await aParticipantOf(dev, { enrolledOn: today(harbor, -7) });
  await aParticipantWithoutCoach(harbor, { enrolledOn: today(harbor, -40) });
  await logged(rosa, theo);
  await logged(rosa, theo, { outcome: 'no answer' });
  await logged(rosa, lou, { outcome: 'left message', occurredOn: today(harbor, -2) });
  await logged(dev, mina, { occurredOn: today(harbor, -8) });
  await raised(rosa, theo, { level: 'urgent' });
  await raised(rosa, theo, { level: 'watch' });
  await raised(dev, mina, { level: 'concern' });
}
