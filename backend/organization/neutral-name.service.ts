import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { invalid, stale } from '../http/problem.js';
import { isTelling } from '../messages/words.rules.js';
import type { NeutralName, SetNeutralName } from './neutral-name.dto.js';
import { neutralNameOf } from './neutral-name.queries.js';

/** The name that says nothing of what the organization is for. */
@Injectable()
export class NeutralNameService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<NeutralName> {
    return this.door.asActor(caller, async (tx, actor) => ({ neutralName: await neutralNameOf(tx, actor) }));
  }

  set(caller: Caller, { neutralName, before }: SetNeutralName): Promise<NeutralName> {
    const wanted = neutralName.trim();
    return this.door.asActor(caller, async (tx, actor) => {
      const now = await neutralNameOf(tx, actor);
      if (now === wanted) return { neutralName: now };
      if (now !== before) throw stale({ neutralName: now }, { neutralName: wanted });
      if (isTelling(wanted))
        throw invalid(
          'neutralName',
          'tells-what-it-is-about',
          'This says what you do. Choose a name that could be anything, as in Harbor.',
        );
      await tx.query('UPDATE organizations SET neutral_name = $2 WHERE id = $1', [
        actor.organizationId,
        wanted,
      ]);
      actor.record({ action: 'organization.neutral-name-set' });
      return { neutralName: wanted };
    });
  }
}
