import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { Home } from './home.dto.js';
import { HomeService } from './home.service.js';

@Controller('api/home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @For('participant')
  open(@By() caller: Caller): Promise<Home> {
    return this.home.open(caller);
  }

  @Post('new-coach/:id/heard')
  @HttpCode(204)
  @For('participant')
  hear(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.home.hear(caller, id);
  }
}
