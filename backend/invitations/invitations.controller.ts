import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { InvitationsService } from './invitations.service.js';
import { InviteParticipant, MadeInvitation, WayIn } from './way-in.dto.js';

@Controller('api/participants/:id')
@For('coach', 'supervisor')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get('way-in')
  look(@By() caller: Caller, @Param('id') id: string): Promise<WayIn> {
    return this.invitations.look(caller, id);
  }

  @Post('invitation')
  invite(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() asked: InviteParticipant,
  ): Promise<MadeInvitation> {
    return this.invitations.invite(caller, id, asked);
  }

  @Post('invitation/call-off')
  @HttpCode(200)
  callOff(@By() caller: Caller, @Param('id') id: string): Promise<WayIn> {
    return this.invitations.callOff(caller, id);
  }
}
