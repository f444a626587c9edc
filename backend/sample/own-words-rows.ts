import { Chance } from './chance.js';
import type { Life } from './sample-making.js';
import type { SampleRow } from './sample-rows.js';

/** What somebody said of a time they talked: so many reached contacts back, in their own words. */
const WORDS: Record<string, readonly { back: number; words: string }[]> = {
  Theo: [
    {
      back: 1,
      words: 'I was more tired than I said. But I slept after we talked, and the next morning was better.',
    },
    { back: 4, words: 'I still do not know what I will say. But I know who I can call before I say it.' },
  ],
  Mina: [{ back: 0, words: 'Me dio gusto hablar. Lo de mi hermana todavía me pesa, pero menos que antes.' }],
};

/** The people of the sign-in page wrote beside some of their notes. */
export function addOwnWords(lives: readonly Life[]): void {
  for (const life of lives)
    if (life.accountId)
      for (const { back, words } of WORDS[life.person.preferredName] ?? []) addTo(life, back, words);
}

function addTo({ rows, days, participantId }: Life, back: number, words: string): void {
  const chance = new Chance(`own words ${participantId} ${back}`);
  const contact = reachedContacts(rows.of('contacts'), participantId)[back];
  if (!contact) return;
  rows.add('contact_own_words', {
    contact_id: contact['id'],
    participant_id: participantId,
    words,
    occurred_on: contact['occurred_on'],
    happened_at: contact['happened_at'],
    written_at: days.after(contact['recorded_at'] as Date, chance.whole(60, 900)),
    version: 1,
  });
}

/** With a note to read, the latest first. */
function reachedContacts(contacts: readonly SampleRow[], participantId: string): SampleRow[] {
  return contacts
    .filter(
      (row) =>
        row['participant_id'] === participantId &&
        row['outcome'] === 'reached' &&
        row['voided_at'] === null &&
        row['shared_note'] !== '',
    )
    .sort((one, other) => Number(other['happened_at']) - Number(one['happened_at']));
}
