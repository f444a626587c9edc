import { type DynamicModule, Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveService } from './live.service.js';
import { LiveTimes } from './live-times.js';

/** What changes shows on the pages that are open, without a reload: docs/decisions/0008. */
@Module({})
export class LiveModule {
  static every(times: Partial<LiveTimes>): DynamicModule {
    return {
      module: LiveModule,
      controllers: [LiveController],
      providers: [LiveService, { provide: LiveTimes, useValue: { ...new LiveTimes(), ...times } }],
    };
  }
}
