import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { agreeCadence } from './agree-cadence.js';
import type { AgreeCadence, AgreedCadence } from './cadence.dto.js';

@Injectable()
export class CadenceService {
  constructor(private readonly door: Door) {}

  agree(caller: Caller, enrollmentId: string, version: number, asked: AgreeCadence): Promise<AgreedCadence> {
    return this.door.asActor(caller, (tx, actor) => agreeCadence(tx, actor, enrollmentId, version, asked));
  }
}
