import { Module } from '@nestjs/common';
import { HandoversController } from './handovers.controller.js';
import { HandoversService } from './handovers.service.js';

/** Moving a participant to another coach, with one page for them. */
@Module({ controllers: [HandoversController], providers: [HandoversService] })
export class HandoverModule {}
