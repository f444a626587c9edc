import { Module } from '@nestjs/common';
import { PulsesService } from './pulses.service.js';
import { WellbeingController } from './wellbeing.controller.js';
import { WellbeingService } from './wellbeing.service.js';

/** Coaches' own: when they are not at work, and how they are. */
@Module({ controllers: [WellbeingController], providers: [WellbeingService, PulsesService] })
export class WellbeingModule {}
