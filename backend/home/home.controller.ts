import { Controller, Get } from '@nestjs/common';
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
}
