import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatchOrNew } from '../http/if-match.js';
import { DraftList, DraftView, SaveDraft, SavedDraft } from './draft.dto.js';
import { DraftsService } from './drafts.service.js';

@Controller('api/drafts')
@For('coach')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  list(@By() caller: Caller): Promise<DraftList> {
    return this.drafts.list(caller);
  }

  @Get(':id')
  open(@By() caller: Caller, @Param('id') id: string): Promise<DraftView> {
    return this.drafts.open(caller, id);
  }

  @Put(':id')
  save(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatchOrNew() version: number | undefined,
    @Body() draft: SaveDraft,
  ): Promise<SavedDraft> {
    return this.drafts.save(caller, id, version, draft);
  }

  @Delete(':id')
  @HttpCode(204)
  discard(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.drafts.discard(caller, id);
  }

  @Delete(':id/copies/:formId')
  @HttpCode(204)
  discardCopy(@By() caller: Caller, @Param('id') id: string, @Param('formId') formId: string): Promise<void> {
    return this.drafts.discardCopy(caller, id, formId);
  }
}
