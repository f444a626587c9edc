import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  DeclineChange,
  FeedbackAsked,
  FeedbackForMe,
  FeedbackOfParticipant,
  FeedbackView,
  FeedbackWaiting,
  GiveFeedback,
  MarkRead,
} from './feedback.dto.js';
import { FeedbackService } from './feedback.service.js';

@Controller('api')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Post('contacts/:id/feedback')
  @For('supervisor')
  give(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: GiveFeedback,
  ): Promise<FeedbackView> {
    return this.feedback.give(caller, id, version, asked);
  }

  @Post('feedback/:id/take-back')
  @HttpCode(204)
  @For('supervisor')
  takeBack(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.feedback.takeBack(caller, id);
  }

  @Post('feedback/:id/decline')
  @HttpCode(200)
  @For('coach')
  decline(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() { words }: DeclineChange,
  ): Promise<FeedbackView> {
    return this.feedback.decline(caller, id, words);
  }

  @Get('participants/:id/feedback')
  @For('coach', 'supervisor')
  ofParticipant(@By() caller: Caller, @Param('id') id: string): Promise<FeedbackOfParticipant> {
    return this.feedback.ofParticipant(caller, id);
  }

  @Get('feedback/mine')
  @For('coach')
  forMe(@By() caller: Caller, @Query() asked: FeedbackAsked): Promise<FeedbackForMe> {
    return this.feedback.forMe(caller, asked);
  }

  @Get('feedback/waiting')
  @For('coach')
  waiting(@By() caller: Caller): Promise<FeedbackWaiting> {
    return this.feedback.waiting(caller);
  }

  @Post('feedback/read')
  @HttpCode(200)
  @For('coach')
  read(@By() caller: Caller, @Body() asked: MarkRead): Promise<FeedbackWaiting> {
    return this.feedback.read(caller, asked);
  }
}
