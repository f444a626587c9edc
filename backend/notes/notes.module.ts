import { Module } from '@nestjs/common';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';

/** The shared part of each contact, and what the participant says of it. */
@Module({ controllers: [NotesController], providers: [NotesService] })
export class NotesModule {}
