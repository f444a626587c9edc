import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { stale } from '../http/problem.js';
import type { AboutCoach, SayAbout } from './about.dto.js';
import { aboutCoaches, EXPERIENCE_CHOICES, sayAbout } from './about.queries.js';

/** What coaches say of themself, so that who is looking for somebody like them is found. */
@Injectable()
export class AboutService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<AboutCoach> {
    return this.door.asActor(caller, ownAbout);
  }

  /** @throws Problem 412 when it was said otherwise meanwhile, on another device. */
  say(caller: Caller, version: number, said: SayAbout): Promise<AboutCoach> {
    return this.door.asActor(caller, async (tx, actor) => {
      const isSaid = await sayAbout(tx, actor, said, version);
      const now = await ownAbout(tx, actor);
      if (!isSaid && !isSame(now, said)) throw stale(now, said);
      if (isSaid) actor.record({ action: 'coach-about.said' });
      return now;
    });
  }
}

/** A lost answer is asked for again on the version before. */
function isSame(now: AboutCoach, said: SayAbout): boolean {
  const text = ({ speaks, alsoSpeaks, experiences, ownWords }: SayAbout): string =>
    JSON.stringify([[...speaks].sort(), alsoSpeaks, [...experiences].sort(), ownWords]);
  return text(now) === text(said);
}

async function ownAbout(tx: EntityManager, actor: Actor): Promise<AboutCoach> {
  const said = (await aboutCoaches(tx, actor, [actor.accountId])).get(actor.accountId);
  return (
    said ?? {
      speaks: [],
      alsoSpeaks: '',
      experiences: [],
      ownWords: '',
      choices: EXPERIENCE_CHOICES,
      version: 0,
    }
  );
}
