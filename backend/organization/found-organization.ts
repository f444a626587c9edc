import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addAccount } from '../access/accounts.queries.js';
import { invite, type NewInvitation } from '../access/invite.js';
import { Problem } from '../http/problem.js';
import { type NewOrganization, timeZoneOf } from './new-organization.rules.js';

/**
 * Makes an organization with its first program and administrator, and the link that opens the administrator's account.
 *
 * @param tx of the owner of the tables: before there is an organization, nobody could act
 * @throws Problem 409 when the short name is taken
 */
export async function foundOrganization(
  tx: EntityManager,
  now: Date,
  answers: NewOrganization,
): Promise<NewInvitation> {
  const organizationId = newId();
  const accountId = newId();
  const made = await tx.query<unknown[]>(
    `INSERT INTO organizations (id, short_name, name, time_zone, phone, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (short_name) DO NOTHING RETURNING id`,
    [
      organizationId,
      answers.shortName,
      answers.name.trim(),
      timeZoneOf(answers.timeZone),
      answers.phone.trim(),
      now,
    ],
  );
  if (made.length === 0)
    throw new Problem(
      409,
      'short-name-is-taken',
      `There is already an organization "${answers.shortName}" in this database. Choose another short name.`,
    );
  await tx.query('INSERT INTO programs (organization_id, id, name, created_at) VALUES ($1, $2, $3, $4)', [
    organizationId,
    newId(),
    answers.program.trim(),
    now,
  ]);
  await addAccount(
    tx,
    { organizationId, now },
    {
      accountId,
      role: 'administrator',
      name: answers.administrator.trim(),
      signInName: answers.signInName,
      language: 'en',
      requestHash: null,
    },
  );
  return invite(tx, { organizationId, now }, accountId, null);
}
