import type { EntityManager } from 'typeorm';
import { fingerprintOf } from './derived-id.js';
import { dialKey, nameKey } from './people-here.js';
import type { RowValues } from './reading/row-typed.rules.js';

/**
 * What a row about a person is known by when it comes once more. The second of two that say the same has another print:
 * they may be two people.
 */
export class RowPrints {
  private readonly seen = new Map<string, number>();

  /** Hexadecimal. */
  of(values: RowValues): string {
    const { name = '', legalName = '', externalId = '', bornOn = '', email = '' } = values;
    const words = [
      ...[name, legalName, externalId, email].map(nameKey),
      bornOn,
      ...[values.phone, values.otherPhone].map((phone) => (phone ? dialKey(phone) : '')),
      values.participantId ?? '',
    ];
    const same = fingerprintOf(words).toString('base64');
    const before = this.seen.get(same) ?? 0;
    this.seen.set(same, before + 1);
    return fingerprintOf([...words, before]).toString('hex');
  }
}

/** Whom rows became that came before, by print. */
export async function rowsKnown(tx: EntityManager, prints: string[]): Promise<Map<string, string>> {
  if (prints.length === 0) return new Map();
  const rows = await tx.query<{ print: string; participant_id: string }[]>(
    `SELECT encode(k.fingerprint, 'hex') AS print, k.participant_id
       FROM rows_known(ARRAY(SELECT decode(p, 'hex') FROM unnest($1::text[]) p)) k`,
    [prints],
  );
  return new Map(rows.map(({ print, participant_id }) => [print, participant_id]));
}
