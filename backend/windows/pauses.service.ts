import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import { beginPause } from './begin-pause.js';
import type { BeginPause, ChangePause, EndPause, PauseView } from './pause.dto.js';
import { type KnownPause, mostQuietDays, pauseInReach } from './pauses.queries.js';
import { isLongOver, plusDays, wrongDayOf } from './pauses.rules.js';
import { letWindowFollow, undoWindow, windowAfter } from './window-after-pause.js';

@Injectable()
export class PausesService {
  constructor(private readonly door: Door) {}

  begin(caller: Caller, participantId: string, asked: BeginPause): Promise<PauseView> {
    return this.door.asActor(caller, (tx, actor) => beginPause(tx, actor, participantId, asked));
  }

  /** Another expected end, from today on; the window to come moves with it. */
  changeEnd(caller: Caller, id: string, version: number, asked: ChangePause): Promise<PauseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const pause = atVersion(await held(tx, actor, id), actor, version, asked);
      const { reason, fromOn } = pause.view;
      const { throughOn } = asked;
      if (throughOn < actor.today && throughOn >= fromOn)
        throw invalid(
          'throughOn',
          'in-the-past',
          'This day has gone by. Say on which day they came out instead.',
        );
      const span = { reason, fromOn, throughOn };
      const wrong = wrongDayOf(span, actor.today, await mostQuietDays(tx, actor));
      if (wrong) throw invalid(wrong.field, wrong.code, wrong.words);
      return endOn(tx, actor, pause, throughOn, false);
    });
  }

  /** They came out, or want to hear from us again, on a day up to today. Also sets right a day said before. */
  end(caller: Caller, id: string, version: number, asked: EndPause): Promise<PauseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const pause = atVersion(await held(tx, actor, id), actor, version, asked);
      const outOn = asked.outOn ?? actor.today;
      if (outOn > actor.today)
        throw invalid(
          'outOn',
          'in-the-future',
          'This day has not come yet. Change the expected end instead.',
        );
      if (outOn < pause.view.fromOn)
        throw invalid(
          'outOn',
          'before-it-begins',
          'This is before it began. Take it back instead, or choose another day.',
        );
      return endOn(tx, actor, pause, plusDays(outOn, -1), true);
    });
  }

  /** Takes back what was begun by mistake, with the window to come. Sent twice it is undone once. */
  undo(caller: Caller, id: string, version: number): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const known = await held(tx, actor, id);
      if (known.isUndone) return;
      const { participantId } = atVersion(known, actor, version, {});
      await tx.query(
        `UPDATE pauses SET undone_by = $3, undone_at = $4, version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [actor.organizationId, id, actor.accountId, actor.now],
      );
      const window = await windowAfter(tx, actor, id);
      if (window) await undoWindow(tx, actor, window.id);
      await recomputeStanding(tx, participantId);
      actor.record({ action: 'pause.undone', participantId, subjectId: id });
    });
  }
}

/** Within reach, and nobody else's write in between. */
async function held(tx: EntityManager, actor: Actor, id: string): Promise<KnownPause> {
  await holdStanding(tx, (await pauseInReach(tx, actor, id)).participantId);
  return pauseInReach(tx, actor, id);
}

/** @throws Problem 412 when it has changed since; 409 when it was taken back, or is history. */
function atVersion(pause: KnownPause, { today }: Actor, version: number, yours: object): KnownPause {
  if (pause.view.version !== version) throw stale(pause.view, yours);
  if (pause.isUndone) throw new Problem(409, 'pause-undone', 'This was taken back meanwhile.');
  if (isLongOver(pause.view.throughOn, today))
    throw new Problem(409, 'pause-long-over', 'This was over long ago. Tell of a new one instead.');
  return pause;
}

async function endOn(
  tx: EntityManager,
  actor: Actor,
  { participantId, view }: KnownPause,
  throughOn: string,
  isKnown: boolean,
): Promise<PauseView> {
  const { pauseId, reason } = view;
  await tx.query(
    `UPDATE pauses SET through_on = $3, ended_by = $4, ended_at = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, pauseId, throughOn, isKnown ? actor.accountId : null, isKnown ? actor.now : null],
  );
  await letWindowFollow(tx, actor, { id: pauseId, participantId, reason, throughOn });
  await recomputeStanding(tx, participantId);
  const action = isKnown ? 'pause.ended' : 'pause.end-changed';
  actor.record({ action, participantId, subjectId: pauseId });
  return (await pauseInReach(tx, actor, pauseId)).view;
}
