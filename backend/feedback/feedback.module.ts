import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackService } from './feedback.service.js';
import { ReviewSettingsController } from './review-settings.controller.js';
import { ReviewSettingsService } from './review-settings.service.js';
import { StreamController } from './stream.controller.js';
import { StreamService } from './stream.service.js';

/** What a team logged, read by its supervisor, and what they say to the coach about it. */
@Module({
  controllers: [StreamController, FeedbackController, ReviewSettingsController],
  providers: [StreamService, FeedbackService, ReviewSettingsService],
})
export class FeedbackModule {}
