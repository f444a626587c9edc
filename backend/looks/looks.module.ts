import { Module } from '@nestjs/common';
import { LooksController } from './looks.controller.js';
import { LooksService } from './looks.service.js';

/** Who looked at a participant's record, for them to read. */
@Module({ controllers: [LooksController], providers: [LooksService] })
export class LooksModule {}
