import { type LadderStep, messageStep, RISK_NOTE_WAITS } from '../risk/telling.js';
import { Chance } from './chance.js';
import type { SampleDays } from './sample-days.js';
import { type StaffMember, staffMember } from './sample-making.js';
import type { SampleRows } from './sample-rows.js';

/** Who of the staff has said where mail reaches them; nobody reads mail in `.example`. */
const READ_MAIL = ['sam', 'inez', 'grant'];

/** A message to everyone who was told of a risk note, and the mail it went out by. */
export function addMessages(
  rows: SampleRows,
  days: SampleDays,
  staff: ReadonlyMap<string, StaffMember>,
  shortName: string,
): void {
  const chance = new Chance(`${shortName}, its messages`);
  const readers = new Set<unknown>();
  for (const signInName of READ_MAIL.filter((each) => staff.has(each))) {
    const { id, sinceAgo } = staffMember({ staff }, signInName);
    readers.add(id);
    rows.add('mail_addresses', {
      id,
      address: `${signInName}@${shortName}.example`,
      confirmed_at: days.at(days.ago(Math.min(sinceAgo, 400)), 10 * 60).instant,
      code_tries: 1,
    });
  }
  const notes = new Map(rows.of('risk_notes').map((note) => [note['id'], note]));
  for (const told of rows.of('risk_note_told')) {
    const toldAt = told['told_at'] as Date;
    const messageId = chance.id(toldAt);
    rows.add('messages', {
      id: messageId,
      account_id: told['account_id'],
      kind: RISK_NOTE_WAITS,
      subject_id: told['risk_note_id'],
      step: messageStep(told['step'] as LadderStep),
      made_at: toldAt,
      withdrawn_at: notes.get(told['risk_note_id'])?.['acknowledged_at'] ?? null,
    });
    if (readers.has(told['account_id']))
      rows.add('message_deliveries', {
        id: chance.id(toldAt),
        message_id: messageId,
        way: 'e-mail',
        state: 'delivered',
        attempt_count: 1,
        next_try_at: toldAt,
        settled_at: days.after(toldAt, chance.whole(1, 9) / 10),
        problem: '',
      });
  }
}
