import { CHECKS } from '../windows/windows.rules.js';
import { Chance } from './chance.js';
import { type Life, whoNoted } from './sample-making.js';

/** What has been seen to in a window so far: more of it the longer it is open. */
export function addWindowChecks(life: Life, windowId: string, ago: number): void {
  const { rows, days, participantId } = life;
  const chance = new Chance(`checks/${windowId}`);
  if (ago < 0) return;
  for (const kind of chance.some(CHECKS, Math.min(CHECKS.length, 2 + Math.floor(ago / 7)))) {
    const doneAgo = chance.whole(0, Math.min(ago, 3));
    rows.add('window_checks', {
      window_id: windowId,
      kind,
      participant_id: participantId,
      done_at: days.at(days.ago(ago - doneAgo), 14 * 60 + 20).instant,
      done_by: whoNoted(life, ago - doneAgo),
      done_on: days.ago(ago - doneAgo),
      expires_on: kind === 'naloxone' ? days.ago(-chance.whole(300, 700)) : null,
      version: 1,
    });
  }
}
