import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import type { ProgramList, ProgramView } from './program.dto.js';
import { keptPrograms, programInReach, programs } from './programs.queries.js';
import type { AddProgram, KeptPrograms } from './settings.dto.js';

@Injectable()
export class ProgramsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<ProgramList> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await programs(tx, actor) }));
  }

  /** With how many are in each. */
  keep(caller: Caller): Promise<KeptPrograms> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await keptPrograms(tx, actor) }));
  }

  /** @throws Problem 409 when there is one of this name, or the id stands for another. */
  add(caller: Caller, { programId, name }: AddProgram): Promise<ProgramView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await tx.query<unknown[]>(
        `INSERT INTO programs (organization_id, id, name, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
        [actor.organizationId, programId, name.trim(), actor.now],
      );
      const program = await programInReach(tx, actor, programId);
      if (rows.length > 0) actor.record({ action: 'program.added', subjectId: programId });
      else if (program.name !== name.trim())
        throw new Problem(409, 'program-id-taken', 'This program is there already. Rename it instead.');
      return program;
    });
  }

  /** @throws Problem 409 when there is one of this name. */
  rename(caller: Caller, id: string, version: number, name: string): Promise<ProgramView> {
    return this.change(caller, id, version, { name }, 'program.renamed', 'name = $4', () => [name.trim()]);
  }

  /** Nobody is enrolled in it any more, from today on. @throws Problem 409 while somebody is in it. */
  close(caller: Caller, id: string, version: number): Promise<ProgramView> {
    return this.change(caller, id, version, {}, 'program.closed', 'closed_on = $4', ({ today }) => [today]);
  }

  open(caller: Caller, id: string, version: number): Promise<ProgramView> {
    return this.change(caller, id, version, {}, 'program.opened-again', 'closed_on = NULL', () => []);
  }

  /** @param what the column to set, from `$4` on. @throws Problem 404; 412 with both versions. */
  private change(
    caller: Caller,
    id: string,
    version: number,
    sent: object,
    action: string,
    what: string,
    values: (actor: Actor) => unknown[],
  ): Promise<ProgramView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await programInReach(tx, actor, id);
      if (before.version !== version) throw stale(before, sent);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE programs SET ${what}, version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3`,
        [actor.organizationId, id, version, ...values(actor)],
      );
      const after = await programInReach(tx, actor, id);
      if (count !== 1) throw stale(after, sent);
      actor.record({ action, subjectId: id });
      return after;
    });
  }
}
