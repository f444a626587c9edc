import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import type { ProgramList } from './program.dto.js';
import { programs } from './programs.queries.js';

@Injectable()
export class ProgramsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<ProgramList> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await programs(tx, actor) }));
  }
}
