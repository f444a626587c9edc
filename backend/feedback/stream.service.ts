import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { isId } from '../http/fields.js';
import { FIRST_PLACE, pageOf, placeOf } from '../http/page.js';
import { notFound } from '../http/problem.js';
import type { MarkSeen, MarkUnseen } from './feedback.dto.js';
import { newSince } from './feedback.rules.js';
import { markSeen, markUnseen } from './mark-seen.js';
import type { MarkedSeen, MarkedUnseen, Stream, StreamAsked } from './stream.dto.js';
import { askedCount, coachesRead, itemsOf, MOST_COUNTED, reviewsOf } from './stream.queries.js';

/** What is read standing: forty contacts (ours). */
const PAGE = 40;

/** What the coaches of a team logged, as their supervisor reads it. */
@Injectable()
export class StreamService {
  constructor(private readonly door: Door) {}

  stream(caller: Caller, { show = 'to read', coachId, after }: StreamAsked): Promise<Stream> {
    return this.door.asActor(caller, async (tx, actor) => {
      const team = await coachesRead(tx);
      const coachIds = coachId === undefined ? team : [ofTeam(team, coachId)];
      const before = placeOf(after) ?? FIRST_PLACE;
      const [rows, count, since, samplePercent] = await Promise.all([
        reviewsOf(tx, actor, { show, coachIds, before, limit: PAGE + 1 }),
        askedCount(tx, actor, team),
        newSinceFor(tx, actor),
        samplePercentOf(tx, actor),
      ]);
      const page = pageOf(rows, PAGE, (row) => ({ at: row.recorded_at, id: row.contact_id }));
      actor.record({
        action: 'contact-stream.listed',
        participantIds: [...new Set(page.items.map((row) => row.participant_id))],
      });
      return {
        today: actor.today,
        items: await itemsOf(tx, actor, page.items, since),
        next: page.next,
        newSince: since,
        askedCount: Math.min(count, MOST_COUNTED),
        isMoreAsked: count > MOST_COUNTED,
        samplePercent,
      };
    });
  }

  /** This supervisor has the stream before them: what is recorded from now on is new the next time. */
  looked(caller: Caller): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await newSinceFor(tx, actor);
      await tx.query(
        `INSERT INTO stream_looks (organization_id, account_id, looked_at, before_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organization_id, account_id) DO UPDATE SET looked_at = $3, before_at = $4`,
        [actor.organizationId, actor.accountId, actor.now, before],
      );
    });
  }

  seen(caller: Caller, { contacts }: MarkSeen): Promise<MarkedSeen> {
    return this.door.asActor(caller, (tx, actor) => markSeen(tx, actor, contacts));
  }

  unseen(caller: Caller, { contactIds }: MarkUnseen): Promise<MarkedUnseen> {
    return this.door.asActor(caller, (tx, actor) => markUnseen(tx, actor, contactIds));
  }
}

/** @throws Problem 404 for a coach of another team, missing or not an id. */
function ofTeam(team: string[], coachId: string): string {
  const id = coachId.toLowerCase();
  if (!isId(id) || !team.includes(id)) throw notFound('coach');
  return id;
}

async function newSinceFor(tx: EntityManager, actor: Actor): Promise<Date | null> {
  const [row] = await tx.query<{ looked_at: Date; before_at: Date | null }[]>(
    'SELECT looked_at, before_at FROM stream_looks WHERE organization_id = $1 AND account_id = $2',
    [actor.organizationId, actor.accountId],
  );
  return newSince(row && { lookedAt: row.looked_at, beforeAt: row.before_at }, actor.now);
}

async function samplePercentOf(tx: EntityManager, actor: Actor): Promise<number> {
  const [row] = await tx.query<{ sample_percent: number }[]>(
    'SELECT sample_percent FROM review_settings WHERE organization_id = $1',
    [actor.organizationId],
  );
  return row?.sample_percent ?? 0;
}
