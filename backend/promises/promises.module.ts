import { Module } from '@nestjs/common';
import { PromisesController } from './promises.controller.js';
import { PromisesService } from './promises.service.js';

/** What coaches said they would do, and whether they did. */
@Module({ controllers: [PromisesController], providers: [PromisesService] })
export class PromisesModule {}
