import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { coachInReach } from '../coaches/coaches.queries.js';
import { isId } from '../http/fields.js';
import { pageOf, placeOf } from '../http/page.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { endReach, stopClocks } from './answering.store.js';
import { raiseRiskNote } from './raise-risk-note.js';
import { readersNow } from './readers.js';
import type {
  LevelAsked,
  RaiseRiskNote,
  Readers,
  RiskNoteEntry,
  RiskNoteList,
  RiskNotesAsked,
  RiskNotesWaiting,
  RiskNoteView,
  SuggestedLevel,
} from './risk-note.dto.js';
import { suggestion } from './risk.rules.js';
import {
  openRiskNotes,
  type RiskNotesFilter,
  resolvedRiskNotes,
  riskNoteOfId,
} from './risk-notes.queries.js';
import { urgentNotesWaiting, withTold } from './told.queries.js';

const PAGE = 50;

const ANSWER = {
  acknowledged: `
    UPDATE risk_notes SET acknowledged_by = $4, acknowledged_at = $5, acknowledged_words = $6, version = version + 1
     WHERE organization_id = $1 AND id = $2 AND version = $3`,
  resolved: `
    UPDATE risk_notes SET resolved_by = $4, resolved_at = $5, resolved_words = $6, resolved_on = $7, version = version + 1
     WHERE organization_id = $1 AND id = $2 AND version = $3`,
};

@Injectable()
export class RiskNotesService {
  constructor(private readonly door: Door) {}

  raise(caller: Caller, { participantId, ...words }: RaiseRiskNote): Promise<RiskNoteEntry> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const note = await raiseRiskNote(tx, actor, participantId, words);
      await recomputeStanding(tx, participantId);
      return entryOf(tx, actor, note);
    });
  }

  /** Who would hear of an urgent note about this participant now, to say so before it is raised. */
  readers(caller: Caller, participantId: string): Promise<Readers> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      return readersNow(tx, actor, participantId);
    });
  }

  /** What every page of a supervisor says on top. It names nobody, so the trail has no line of it. */
  waiting(caller: Caller): Promise<RiskNotesWaiting> {
    return this.door.asActor(caller, urgentNotesWaiting);
  }

  /** The level that these signals suggest today; nobody's record is touched. */
  suggest(caller: Caller, { signals = [], overdoseOn }: LevelAsked): Promise<SuggestedLevel> {
    return this.door.asActor(caller, (_tx, { today }) =>
      Promise.resolve(suggestion(signals, { overdoseOn: overdoseOn ?? null, today })),
    );
  }

  list(caller: Caller, { state, coachId, level, answer, after }: RiskNotesAsked): Promise<RiskNoteList> {
    return this.door.asActor(caller, async (tx, actor) => {
      const isUnanswered = answer === 'waiting';
      const filter: RiskNotesFilter = { level, isUnanswered };
      // what the overview counts: nobody reached only because of a note that the supervisor was told of
      filter.isOfTeam = coachId === 'team' || (coachId !== undefined && actor.role === 'supervisor');
      if (coachId && coachId !== 'none' && coachId !== 'team') await coachInReach(tx, actor, coachId);
      if (coachId && coachId !== 'team') filter.coachId = coachId === 'none' ? null : coachId;
      const page =
        state === 'resolved'
          ? pageOf(await resolvedRiskNotes(tx, actor, filter, placeOf(after), PAGE + 1), PAGE, (note) => ({
              at: note.raisedAt,
              id: note.riskNoteId,
            }))
          : { items: await openRiskNotes(tx, actor, filter), next: null };
      actor.record({
        action: 'risk-notes.listed',
        participantIds: [...new Set(page.items.map((note) => note.participantId))],
      });
      return { ...page, items: await withTold(tx, actor, page.items) };
    });
  }

  open(caller: Caller, id: string): Promise<RiskNoteEntry> {
    return this.door.asActor(caller, async (tx, actor) => {
      const note = await noteInReach(tx, actor, id);
      actor.record({ action: 'risk-note.opened', participantId: note.participantId, subjectId: id });
      return entryOf(tx, actor, note);
    });
  }

  acknowledge(caller: Caller, id: string, version: number, words: string): Promise<RiskNoteEntry> {
    return this.answer(caller, id, version, words, 'acknowledged');
  }

  resolve(caller: Caller, id: string, version: number, words: string): Promise<RiskNoteEntry> {
    return this.answer(caller, id, version, words, 'resolved');
  }

  private answer(
    caller: Caller,
    id: string,
    version: number,
    words: string,
    step: 'acknowledged' | 'resolved',
  ): Promise<RiskNoteEntry> {
    return this.door.asActor(caller, async (tx, actor) => {
      const note = await noteInReach(tx, actor, id);
      if (note.resolved)
        throw new Problem(
          409,
          'risk-note-already-resolved',
          `${note.resolved.by.name} resolved this note already.`,
        );
      if (step === 'acknowledged' && note.acknowledged)
        throw new Problem(
          409,
          'risk-note-already-acknowledged',
          `${note.acknowledged.by.name} acknowledged this note already.`,
        );
      const [, count] = await tx.query<[unknown, number]>(ANSWER[step], [
        actor.organizationId,
        id,
        version,
        actor.accountId,
        actor.now,
        words,
        ...(step === 'resolved' ? [actor.today] : []),
      ]);
      if (count !== 1) throw stale(await noteInReach(tx, actor, id), { words });
      await stopClocks(tx, actor.organizationId, id, actor.now);
      actor.record({ action: `risk-note.${step}`, participantId: note.participantId, subjectId: id });
      const answered = await entryOf(tx, actor, await noteInReach(tx, actor, id));
      if (step === 'resolved') {
        await recomputeStanding(tx, note.participantId);
        // last of all: whoever is not of the team reads the note no more
        await endReach(tx, actor.organizationId, id, actor.now);
      }
      return answered;
    });
  }
}

async function noteInReach(tx: EntityManager, actor: Actor, id: string): Promise<RiskNoteView> {
  if (!isId(id)) throw notFound('risk-note');
  return found(await riskNoteOfId(tx, actor, id), 'risk-note').view;
}

async function entryOf(tx: EntityManager, actor: Actor, note: RiskNoteView): Promise<RiskNoteEntry> {
  const [entry] = await withTold(tx, actor, [note]);
  return entry!;
}
