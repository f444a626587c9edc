import { Module } from '@nestjs/common';
import { CheckInsController } from './check-ins.controller.js';
import { CheckInsService } from './check-ins.service.js';

/** How participants say they are. */
@Module({ controllers: [CheckInsController], providers: [CheckInsService] })
export class CheckInsModule {}
