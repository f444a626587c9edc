import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForAnyone } from '../access/caller.js';
import { Problem } from '../http/problem.js';

export class Health {
  status!: 'ok';
}

/** For the machine that watches: alive, and able to answer from the database. Says nothing about anybody. */
@Controller('health')
@ForAnyone()
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<Health> {
    try {
      await this.source.query('SELECT 1');
    } catch {
      throw new Problem(503, 'database-unreachable', 'The database does not answer.');
    }
    return { status: 'ok' };
  }
}
