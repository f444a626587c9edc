import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import type { AddSupporter, Supporter, SupporterVersions, SupporterWords } from './supporter.dto.js';
import { supporterInReach, supporterVersions } from './supporters.queries.js';
import type { AddWayToReach, WayToReach, WayToReachVersions, WayToReachWords } from './way-to-reach.dto.js';
import { wayToReachInReach, wayToReachVersions } from './ways-to-reach.queries.js';
import { addSupporter, changeSupporter, letSupporterGo } from './write-supporter.js';
import { addWayToReach, changeWayToReach, letWayToReachGo } from './write-way-to-reach.js';

/** How to reach somebody without harm, and with whom we may talk about them. */
@Injectable()
export class SafeReachService {
  constructor(private readonly door: Door) {}

  addWay(caller: Caller, participantId: string, asked: AddWayToReach): Promise<WayToReach> {
    return this.door.asActor(caller, (tx, actor) => addWayToReach(tx, actor, participantId, asked));
  }

  changeWay(caller: Caller, id: string, version: number, asked: WayToReachWords): Promise<WayToReach> {
    return this.door.asActor(caller, (tx, actor) => changeWayToReach(tx, actor, id, version, asked));
  }

  letWayGo(caller: Caller, id: string, version: number, isNoLonger: boolean): Promise<WayToReach> {
    return this.door.asActor(caller, (tx, actor) => letWayToReachGo(tx, actor, id, version, isNoLonger));
  }

  wayVersions(caller: Caller, id: string): Promise<WayToReachVersions> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participant_id: participantId } = await wayToReachInReach(tx, actor, id);
      actor.record({ action: 'way-to-reach.versions-opened', participantId, subjectId: id });
      return { items: await wayToReachVersions(tx, actor, id) };
    });
  }

  addSupporter(caller: Caller, participantId: string, asked: AddSupporter): Promise<Supporter> {
    return this.door.asActor(caller, (tx, actor) => addSupporter(tx, actor, participantId, asked));
  }

  changeSupporter(caller: Caller, id: string, version: number, asked: SupporterWords): Promise<Supporter> {
    return this.door.asActor(caller, (tx, actor) => changeSupporter(tx, actor, id, version, asked));
  }

  letSupporterGo(caller: Caller, id: string, version: number, isNoLonger: boolean): Promise<Supporter> {
    return this.door.asActor(caller, (tx, actor) => letSupporterGo(tx, actor, id, version, isNoLonger));
  }

  supporterVersions(caller: Caller, id: string): Promise<SupporterVersions> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participant_id: participantId } = await supporterInReach(tx, actor, id);
      actor.record({ action: 'supporter.versions-opened', participantId, subjectId: id });
      return { items: await supporterVersions(tx, actor, id) };
    });
  }
}
