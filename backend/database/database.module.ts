import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';

@Module({})
export class DatabaseModule {
  static over(source: DataSource | undefined, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useValue: source ?? {} },
        { provide: Clock, useValue: clock },
      ],
      exports: [DataSource, Clock],
    };
  }
}
