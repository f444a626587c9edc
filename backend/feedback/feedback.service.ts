import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { contactsOfIds } from '../contacts/contacts.queries.js';
import { isId } from '../http/fields.js';
import { FIRST_PLACE, pageOf, placeOf } from '../http/page.js';
import { notFound } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { declineChange } from './answer-feedback.js';
import type {
  FeedbackAsked,
  FeedbackForMe,
  FeedbackOfParticipant,
  FeedbackView,
  FeedbackWaiting,
  GiveFeedback,
  MarkRead,
} from './feedback.dto.js';
import {
  feedbackForCoach,
  feedbackOfParticipant,
  feedbackView,
  feedbackWaiting,
  markRead,
} from './feedback.queries.js';
import { subjectOfTelling } from './feedback.rules.js';
import { giveFeedback, takeBackFeedback } from './give-feedback.js';

const PAGE = 30;

/** What is said about contacts, by supervisors to coaches: one method, one use case, one transaction. */
@Injectable()
export class FeedbackService {
  constructor(private readonly door: Door) {}

  give(caller: Caller, contactId: string, version: number, asked: GiveFeedback): Promise<FeedbackView> {
    return this.door.asActor(caller, (tx, actor) => giveFeedback(tx, actor, contactId, version, asked));
  }

  takeBack(caller: Caller, feedbackId: string): Promise<void> {
    return this.door.asActor(caller, (tx, actor) => takeBackFeedback(tx, actor, feedbackId));
  }

  decline(caller: Caller, feedbackId: string, words: string): Promise<FeedbackView> {
    return this.door.asActor(caller, (tx, actor) => declineChange(tx, actor, feedbackId, words));
  }

  ofParticipant(caller: Caller, participantId: string): Promise<FeedbackOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      actor.record({ action: 'feedback.listed', participantId });
      return { items: await feedbackOfParticipant(tx, actor, participantId) };
    });
  }

  forMe(caller: Caller, { after }: FeedbackAsked): Promise<FeedbackForMe> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await feedbackForCoach(tx, actor, placeOf(after) ?? FIRST_PLACE, PAGE + 1);
      const page = pageOf(rows, PAGE, (row) => ({ at: row.given_at, id: row.id }));
      const ids = [...new Set(page.items.map((row) => row.contact_id))];
      const contacts = new Map(
        (await contactsOfIds(tx, actor, ids)).map((contact) => [contact.contactId, contact]),
      );
      actor.record({
        action: 'feedback.listed',
        participantIds: [...new Set(page.items.map((row) => row.participant_id))],
      });
      return {
        items: page.items.flatMap((row) => {
          const contact = contacts.get(row.contact_id);
          return contact ? { feedback: feedbackView(row, actor), contact } : [];
        }),
        next: page.next,
      };
    });
  }

  waiting(caller: Caller): Promise<FeedbackWaiting> {
    return this.door.asActor(caller, (tx, actor) => feedbackWaiting(tx, actor));
  }

  /** What waited outside the app need not be told any more. Somebody else's, or taken back meanwhile: nothing is marked. */
  read(caller: Caller, { feedbackIds }: MarkRead): Promise<FeedbackWaiting> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!feedbackIds.every(isId)) throw notFound('feedback');
      const read = await markRead(tx, actor, feedbackIds);
      const waiting = await feedbackWaiting(tx, actor);
      if (waiting.commentCount + waiting.changeCount === 0)
        await tx.query('SELECT withdraw_messages($1, $2)', [subjectOfTelling(actor.accountId), actor.now]);
      if (read.length > 0)
        actor.record({
          action: 'feedback.read',
          participantIds: [...new Set(read.map((row) => row.participant_id))],
        });
      return waiting;
    });
  }
}
