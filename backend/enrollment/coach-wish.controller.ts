import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { CoachWish, NoteCoachWish } from './coach-wish.dto.js';
import { CoachWishService } from './coach-wish.service.js';

@Controller('api/participants/:id/coach-wish')
@For('coach', 'supervisor')
export class CoachWishController {
  constructor(private readonly wishes: CoachWishService) {}

  @Get()
  look(@By() caller: Caller, @Param('id') id: string): Promise<CoachWish> {
    return this.wishes.look(caller, id);
  }

  @Put()
  note(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() wish: NoteCoachWish,
  ): Promise<CoachWish> {
    return this.wishes.note(caller, id, version, wish);
  }
}
