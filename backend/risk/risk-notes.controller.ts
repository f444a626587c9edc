import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  AnswerWords,
  LevelAsked,
  RaiseRiskNote,
  Readers,
  ReadersAsked,
  RiskNoteEntry,
  RiskNoteList,
  RiskNotesAsked,
  RiskNotesWaiting,
  SuggestedLevel,
} from './risk-note.dto.js';
import { RiskNotesService } from './risk-notes.service.js';

@Controller('api/risk-notes')
export class RiskNotesController {
  constructor(private readonly riskNotes: RiskNotesService) {}

  @Post()
  @For('coach', 'supervisor')
  raise(@By() caller: Caller, @Body() note: RaiseRiskNote): Promise<RiskNoteEntry> {
    return this.riskNotes.raise(caller, note);
  }

  @Get()
  @For('coach', 'supervisor')
  list(@By() caller: Caller, @Query() asked: RiskNotesAsked): Promise<RiskNoteList> {
    return this.riskNotes.list(caller, asked);
  }

  @Get('suggested-level')
  @For('coach', 'supervisor')
  suggest(@By() caller: Caller, @Query() asked: LevelAsked): Promise<SuggestedLevel> {
    return this.riskNotes.suggest(caller, asked);
  }

  @Get('readers')
  @For('coach', 'supervisor')
  readers(@By() caller: Caller, @Query() { participantId }: ReadersAsked): Promise<Readers> {
    return this.riskNotes.readers(caller, participantId);
  }

  @Get('waiting')
  @For('supervisor')
  waiting(@By() caller: Caller): Promise<RiskNotesWaiting> {
    return this.riskNotes.waiting(caller);
  }

  @Get(':id')
  @For('coach', 'supervisor')
  open(@By() caller: Caller, @Param('id') id: string): Promise<RiskNoteEntry> {
    return this.riskNotes.open(caller, id);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @For('supervisor')
  acknowledge(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: AnswerWords,
  ): Promise<RiskNoteEntry> {
    return this.riskNotes.acknowledge(caller, id, version, words);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @For('supervisor')
  resolve(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: AnswerWords,
  ): Promise<RiskNoteEntry> {
    return this.riskNotes.resolve(caller, id, version, words);
  }
}
