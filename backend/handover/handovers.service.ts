import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { participantInReach } from '../participants/participants.queries.js';
import { accept, callOff, decline, undo, writeLine } from './answer-handover.js';
import { askForHandover } from './ask-for-handover.js';
import { giveWords } from './give-words.js';
import { handedParts, handedWords, notesWhenHanded, openDraftsAbout } from './handed.queries.js';
import type { AskHandover, DeclineHandover, EndHandover, MakeHandover, WriteLine } from './handover.dto.js';
import type { HandoverPage, HandoverPreview, Handovers, HandoverView } from './handover.view.js';
import { handoverRecord } from './handover-record.js';
import { handoverInReach, handoversNow, openHandoverOf } from './handovers.queries.js';
import { makeHandover } from './make-handover.js';

/** Moving a participant to another coach: decision 27. */
@Injectable()
export class HandoversService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<Handovers> {
    return this.door.asActor(caller, async (tx, actor) => {
      const known = await handoversNow(tx, actor);
      const items = await Promise.all(
        known.map(async ({ view }) => ({
          ...view,
          urgentNotes: await notesWhenHanded(tx, view.handoverId),
          drafts: await openDraftsAbout(tx, actor, view.participantId, view.handoverId),
        })),
      );
      actor.record({
        action: 'handovers.listed',
        participantIds: [...new Set(items.map(({ participantId }) => participantId))],
      });
      return { today: actor.today, items };
    });
  }

  open(caller: Caller, id: string): Promise<HandoverPage> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { view } = await handoverInReach(tx, actor, id);
      actor.record({ action: 'handover.opened', participantId: view.participantId, subjectId: id });
      return pageOf(tx, actor, view);
    });
  }

  /** What the page would say now, before anybody is handed over. */
  preview(caller: Caller, participantId: string): Promise<HandoverPreview> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      const [record, open] = [
        await handoverRecord(tx, actor, participant),
        await openHandoverOf(tx, actor, participantId),
      ];
      actor.record({ action: 'handover.looked-ahead', participantId });
      return { today: actor.today, handover: open?.view ?? null, record };
    });
  }

  ask(caller: Caller, asked: AskHandover): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => askForHandover(tx, actor, asked));
  }

  make(caller: Caller, asked: MakeHandover): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => makeHandover(tx, actor, asked));
  }

  accept(caller: Caller, id: string): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => accept(tx, actor, id));
  }

  decline(caller: Caller, id: string, { words }: DeclineHandover): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => decline(tx, actor, id, words));
  }

  writeLine(caller: Caller, id: string, version: number, asked: WriteLine): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => writeLine(tx, actor, id, version, asked));
  }

  callOff(caller: Caller, id: string, { reason = '' }: EndHandover): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => callOff(tx, actor, id, reason));
  }

  undo(caller: Caller, id: string, { reason = '' }: EndHandover): Promise<HandoverView> {
    return this.door.asActor(caller, (tx, actor) => undo(tx, actor, id, reason));
  }

  giveWords(caller: Caller, id: string, draftId: string): Promise<HandoverPage> {
    return this.door.asActor(caller, async (tx, actor) => {
      await giveWords(tx, actor, id, draftId);
      return pageOf(tx, actor, (await handoverInReach(tx, actor, id)).view);
    });
  }
}

async function pageOf(tx: EntityManager, actor: Actor, handover: HandoverView): Promise<HandoverPage> {
  const { handoverId, participantId } = handover;
  const { isReached } = await handoverInReach(tx, actor, handoverId);
  const [moved, words, urgentNotes, drafts] = await Promise.all([
    handedParts(tx, handoverId),
    handedWords(tx, actor, handoverId),
    notesWhenHanded(tx, handoverId),
    openDraftsAbout(tx, actor, participantId, handoverId),
  ]);
  const participant = isReached ? await participantInReach(tx, actor, participantId) : null;
  return {
    today: actor.today,
    handover,
    moved,
    words,
    urgentNotes,
    drafts,
    record: participant && (await handoverRecord(tx, actor, participant)),
  };
}
