import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch, IfMatchOrNew } from '../http/if-match.js';
import { NoteList, NotesAsked, OwnWords, WriteOwnWords } from './note.dto.js';
import { NotesService } from './notes.service.js';

@Controller('api/notes')
@For('participant')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  list(@By() caller: Caller, @Query() asked: NotesAsked): Promise<NoteList> {
    return this.notes.list(caller, asked);
  }

  @Put(':contactId/own-words')
  write(
    @By() caller: Caller,
    @Param('contactId') contactId: string,
    @IfMatchOrNew() version: number | undefined,
    @Body() { words }: WriteOwnWords,
  ): Promise<OwnWords> {
    return this.notes.write(caller, contactId, version, words);
  }

  @Post(':contactId/own-words/take-back')
  @HttpCode(200)
  takeBack(
    @By() caller: Caller,
    @Param('contactId') contactId: string,
    @IfMatch() version: number,
  ): Promise<OwnWords> {
    return this.notes.takeBack(caller, contactId, version);
  }
}
