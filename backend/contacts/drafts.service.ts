import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { DraftList, DraftView, SaveDraft, SavedDraft } from './draft.dto.js';
import { draftOfId, draftsOf } from './drafts.queries.js';
import { saveDraft } from './save-draft.js';

/** What is being typed, kept as it is, counting for nothing. */
@Injectable()
export class DraftsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<DraftList> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await draftsOf(tx, actor) }));
  }

  open(caller: Caller, id: string): Promise<DraftView> {
    return this.door.asActor(
      caller,
      async (tx, actor) => found(await draftOfId(tx, actor, id), 'draft').view,
    );
  }

  /** Keeps the form as it stands. Arriving after its contact was logged, it is ignored. */
  async save(caller: Caller, id: string, version: number | undefined, asked: SaveDraft): Promise<SavedDraft> {
    const outcome = await this.door.asActor(caller, (tx, actor) => saveDraft(tx, actor, id, version, asked));
    // thrown after the commit: what was typed in this form is kept beside the other's
    if ('refused' in outcome) throw outcome.refused;
    return outcome.saved;
  }

  discard(caller: Caller, id: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id)) throw notFound('draft');
      await tx.query('DELETE FROM drafts WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
    });
  }

  /** A person chose the other words: what this form had typed is let go. */
  discardCopy(caller: Caller, id: string, formId: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id) || !isId(formId)) throw notFound('draft');
      await tx.query(
        'DELETE FROM draft_copies WHERE organization_id = $1 AND draft_id = $2 AND form_id = $3',
        [actor.organizationId, id, formId],
      );
    });
  }
}
