import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { AddDevice, ChooseMail, ConfirmMail, OwnWays } from './own-ways.dto.js';
import { OwnWaysService } from './own-ways.service.js';

@Controller('api/me/ways')
@For('coach', 'supervisor', 'administrator')
export class OwnWaysController {
  constructor(private readonly ways: OwnWaysService) {}

  @Get()
  own(@By() caller: Caller): Promise<OwnWays> {
    return this.ways.ways(caller);
  }

  @Put('mail')
  chooseMail(@By() caller: Caller, @Body() { address }: ChooseMail): Promise<OwnWays> {
    return this.ways.chooseMail(caller, address);
  }

  @Post('mail/confirm')
  @HttpCode(200)
  confirmMail(@By() caller: Caller, @Body() { code }: ConfirmMail): Promise<OwnWays> {
    return this.ways.confirmMail(caller, code);
  }

  @Delete('mail')
  forgetMail(@By() caller: Caller): Promise<OwnWays> {
    return this.ways.forgetMail(caller);
  }

  @Post('devices')
  addDevice(@By() caller: Caller, @Body() device: AddDevice): Promise<OwnWays> {
    return this.ways.addDevice(caller, device);
  }

  @Delete('devices/:id')
  removeDevice(@By() caller: Caller, @Param('id') id: string): Promise<OwnWays> {
    return this.ways.removeDevice(caller, id);
  }

  @Post('test')
  @HttpCode(200)
  sendTest(@By() caller: Caller): Promise<OwnWays> {
    return this.ways.sendTest(caller);
  }
}
