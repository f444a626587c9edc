import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { SessionWritingService } from './session-writing.service.js';
import {
  DecisionSaid,
  LineWords,
  NewDecision,
  NewSessionAddendum,
  SessionWords,
} from './supervision-session.dto.js';
import { DecisionView, SupervisionSession } from './supervision-session.view.js';

@Controller('api')
@For('coach', 'supervisor')
export class SessionWritingController {
  constructor(private readonly writing: SessionWritingService) {}

  /** On the version of these words. */
  @Put('supervision-sessions/:id/words')
  writeWords(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: SessionWords,
  ): Promise<SupervisionSession> {
    return this.writing.writeWords(caller, id, version, words);
  }

  /** On the version of the line. */
  @Put('supervision-sessions/:id/lines/:lineId')
  writeBesideLine(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @IfMatch() version: number,
    @Body() { words }: LineWords,
  ): Promise<SupervisionSession> {
    return this.writing.writeBesideLine(caller, id, { lineId, version, words });
  }

  @Post('supervision-sessions/:id/decisions')
  decide(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() asked: NewDecision,
  ): Promise<SupervisionSession> {
    return this.writing.decide(caller, id, asked);
  }

  @Post('supervision-sessions/:id/decisions/:decisionId/take-back')
  @HttpCode(200)
  takeBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
  ): Promise<SupervisionSession> {
    return this.writing.takeBack(caller, id, decisionId);
  }

  /** On the version of the decision. */
  @Put('decisions/:id/state')
  sayHowItGoes(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { state }: DecisionSaid,
  ): Promise<DecisionView> {
    return this.writing.sayHowItGoes(caller, id, version, state);
  }

  @Post('decisions/:id/done')
  @HttpCode(200)
  @For('coach')
  done(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<DecisionView> {
    return this.writing.sayHowItGoes(caller, id, version, 'done');
  }

  @Post('decisions/:id/reopen')
  @HttpCode(200)
  @For('coach')
  reopen(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<DecisionView> {
    return this.writing.sayHowItGoes(caller, id, version, 'open');
  }

  /** On the version of the text that was read. */
  @Post('supervision-sessions/:id/sign')
  @HttpCode(200)
  sign(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() textVersion: number,
  ): Promise<SupervisionSession> {
    return this.writing.sign(caller, id, textVersion);
  }

  @Post('supervision-sessions/:id/take-signature-back')
  @HttpCode(200)
  takeSignatureBack(@By() caller: Caller, @Param('id') id: string): Promise<SupervisionSession> {
    return this.writing.takeSignatureBack(caller, id);
  }

  @Post('supervision-sessions/:id/addenda')
  add(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() asked: NewSessionAddendum,
  ): Promise<SupervisionSession> {
    return this.writing.add(caller, id, asked);
  }
}
