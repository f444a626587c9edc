import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { EnterEducation, SendBack, SendRenewal, SetEducation } from './certification.dto.js';
import { CoachCertification, EducationView, RenewalView } from './certification.view.js';
import { EducationService } from './education.service.js';
import { RenewalsService } from './renewals.service.js';

/** What a coach sends, and what others answer: renewals and continuing education. */
@Controller('api')
export class RenewalsController {
  constructor(
    private readonly renewals: RenewalsService,
    private readonly education: EducationService,
  ) {}

  @Post('coaches/:id/renewals')
  @For('coach')
  send(@By() caller: Caller, @Param('id') id: string, @Body() asked: SendRenewal): Promise<RenewalView> {
    return this.renewals.send(caller, id, asked);
  }

  @Put('renewals/:id/confirm')
  @For('supervisor', 'administrator')
  confirm(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<CoachCertification> {
    return this.renewals.confirm(caller, id, version);
  }

  @Put('renewals/:id/send-back')
  @For('supervisor', 'administrator')
  sendBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: SendBack,
  ): Promise<RenewalView> {
    return this.renewals.sendBack(caller, id, version, words);
  }

  @Put('renewals/:id/take-back')
  @For('coach')
  takeBack(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<RenewalView> {
    return this.renewals.takeBack(caller, id, version);
  }

  @Post('coaches/:id/education')
  @For('coach')
  enter(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EnterEducation,
  ): Promise<EducationView> {
    return this.education.enter(caller, id, asked);
  }

  @Put('education/:id')
  @For('coach')
  set(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SetEducation,
  ): Promise<EducationView> {
    return this.education.set(caller, id, version, asked);
  }

  @Delete('education/:id')
  @HttpCode(204)
  @For('coach')
  remove(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.education.remove(caller, id, version);
  }

  @Put('education/:id/confirm')
  @For('supervisor', 'administrator')
  confirmEducation(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<EducationView> {
    return this.education.confirm(caller, id, version);
  }

  @Put('education/:id/send-back')
  @For('supervisor', 'administrator')
  sendEducationBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: SendBack,
  ): Promise<EducationView> {
    return this.education.sendBack(caller, id, version, words);
  }
}
