import { Body, Controller, Get, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { ReviewSettings, SetReview } from './review-settings.dto.js';
import { ReviewSettingsService } from './review-settings.service.js';

@Controller('api/review-settings')
@For('administrator')
export class ReviewSettingsController {
  constructor(private readonly settings: ReviewSettingsService) {}

  @Get()
  open(@By() caller: Caller): Promise<ReviewSettings> {
    return this.settings.open(caller);
  }

  @Put()
  set(@By() caller: Caller, @IfMatch() version: number, @Body() asked: SetReview): Promise<ReviewSettings> {
    return this.settings.set(caller, version, asked);
  }
}
