import { Module } from '@nestjs/common';
import { StaysController } from './stays.controller.js';
import { StaysService } from './stays.service.js';

/** How a stay in a program ends, and how the next one begins. */
@Module({ controllers: [StaysController], providers: [StaysService] })
export class StaysModule {}
