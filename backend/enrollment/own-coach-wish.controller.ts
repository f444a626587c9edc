import { Body, Controller, Get, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { NoteCoachWish, OwnCoachWish } from './coach-wish.dto.js';
import { OwnCoachWishService } from './own-coach-wish.service.js';

@Controller('api/me/coach-wish')
@For('participant')
export class OwnCoachWishController {
  constructor(private readonly wishes: OwnCoachWishService) {}

  @Get()
  look(@By() caller: Caller): Promise<OwnCoachWish> {
    return this.wishes.look(caller);
  }

  @Put()
  say(@By() caller: Caller, @IfMatch() version: number, @Body() wish: NoteCoachWish): Promise<OwnCoachWish> {
    return this.wishes.say(caller, version, wish);
  }
}
