import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { certificationFor } from '../coaches/certification.rules.js';
import { contactsOfIds } from '../contacts/contacts.queries.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { HeldAsked, HeldContacts, OwnHeld, Released, ReleaseHeld } from './held-contacts.dto.js';
import { certificationsFor, releaseHeld } from './release-held.js';

/** What is read at one time: two hundred contacts (ours). */
const PAGE = 200;

/** Contacts logged without a certification, which wait for a supervisor: they count for the standing, not for reports. */
@Injectable()
export class HeldContactsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller, { coachId }: HeldAsked): Promise<HeldContacts> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (coachId !== undefined && !isId(coachId)) throw notFound('coach');
      const rows = await tx.query<{ id: string; asked_words: string | null }[]>(
        `SELECT c.id, (SELECT f.words FROM feedback f WHERE f.organization_id = c.organization_id AND f.contact_id = c.id
                          AND f.kind = 'change' AND f.answered_at IS NULL LIMIT 1) AS asked_words
           FROM contacts c
          WHERE c.organization_id = $1 AND c.is_held AND c.voided_at IS NULL
            AND c.coach_id = ANY (coaches_of_acting_supervisor()) AND ($2::uuid IS NULL OR c.coach_id = $2)
          ORDER BY c.occurred_on, c.id LIMIT ${PAGE + 1}`,
        [actor.organizationId, coachId ?? null],
      );
      const shown = rows.slice(0, PAGE);
      const views = await contactsOfIds(
        tx,
        actor,
        shown.map(({ id }) => id),
      );
      const spans = await certificationsFor(tx, actor, [
        ...new Set(views.map(({ coach }) => coach.accountId)),
      ]);
      actor.record({
        action: 'held-contacts.listed',
        participantIds: [...new Set(views.map(({ participantId }) => participantId))],
      });
      return {
        items: shown.flatMap(({ id, asked_words: askedWords }) => {
          const contact = views.find(({ contactId }) => contactId === id);
          if (!contact) return [];
          const covering = certificationFor(spans.get(contact.coach.accountId) ?? [], contact.occurredOn);
          return [{ contact, covered: covering?.name ?? null, askedWords }];
        }),
        isMore: rows.length > PAGE,
      };
    });
  }

  release(caller: Caller, asked: ReleaseHeld): Promise<Released> {
    return this.door.asActor(caller, (tx, actor) => releaseHeld(tx, actor, asked));
  }

  own(caller: Caller): Promise<OwnHeld> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [[held], rows] = await Promise.all([
        tx.query<{ held_count: number }[]>('SELECT held_count FROM held_contact_counts()'),
        tx.query<OwnRow[]>(
          `SELECT r.contact_id, p.preferred_name, c.occurred_on, r.released_by, a.name AS released_by_name,
                  r.released_at, r.reason, r.participant_id
             FROM held_releases r
             JOIN contacts c ON c.organization_id = r.organization_id AND c.id = r.contact_id
             JOIN accounts a ON a.organization_id = r.organization_id AND a.id = r.released_by
             LEFT JOIN participants p ON p.organization_id = r.organization_id AND p.id = r.participant_id
            WHERE r.organization_id = $1 AND r.coach_id = $2 AND r.seen_at IS NULL
            ORDER BY r.released_at DESC, c.occurred_on DESC, r.contact_id LIMIT 50`,
          [actor.organizationId, actor.accountId],
        ),
      ]);
      if (rows.length > 0)
        actor.record({
          action: 'held-contacts.released-shown',
          participantIds: [...new Set(rows.map((row) => row.participant_id))],
        });
      return {
        heldCount: held?.held_count ?? 0,
        released: rows.map((row) => ({
          contactId: row.contact_id,
          participantName: row.preferred_name ?? '',
          occurredOn: row.occurred_on,
          releasedBy: { accountId: row.released_by, name: row.released_by_name },
          releasedAt: row.released_at,
          reason: row.reason,
        })),
      };
    });
  }

  /** They have it before them: what was released is told no more. */
  seen(caller: Caller): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query(
        `UPDATE held_releases SET seen_at = $3 WHERE organization_id = $1 AND coach_id = $2 AND seen_at IS NULL`,
        [actor.organizationId, actor.accountId, actor.now],
      );
    });
  }
}

interface OwnRow {
  contact_id: string;
  participant_id: string;
  preferred_name: string | null;
  occurred_on: string;
  released_by: string;
  released_by_name: string;
  released_at: Date;
  reason: string;
}
