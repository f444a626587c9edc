import { Module } from '@nestjs/common';
import { MakeCopies } from './make-copies.js';
import { RecordCopiesController } from './record-copies.controller.js';
import { RecordCopiesService } from './record-copies.service.js';

/** A copy of everything that is a participant's, made by a job. */
@Module({ controllers: [RecordCopiesController], providers: [RecordCopiesService, MakeCopies] })
export class RecordCopiesModule {}
