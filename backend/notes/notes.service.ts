import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { pageOf, placeOf } from '../http/page.js';
import { notFound, stale } from '../http/problem.js';
import { ownParticipantId } from '../participants/own-participant.queries.js';
import type { Note, NoteList, NotesAsked, OwnWords } from './note.dto.js';
import { notesOf, notesOfIds } from './notes.queries.js';
import { insertOwnWords, replaceOwnWords } from './own-words.queries.js';

const A_PAGE = 20;

/** What coach and participant both read, and what the participant says of it. */
@Injectable()
export class NotesService {
  constructor(private readonly door: Door) {}

  list(caller: Caller, { after, limit = A_PAGE }: NotesAsked): Promise<NoteList> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participantId = found(await ownParticipantId(tx, actor), 'participant');
      const rows = await notesOf(tx, actor, participantId, placeOf(after), limit + 1);
      actor.record({ action: 'notes.listed', participantId });
      const { items, next } = pageOf(rows, limit, ({ place }) => place);
      return { items: items.map(({ note }) => note), next };
    });
  }

  /**
   * Says it in the participant's own words. The same words sent again are the same: a lost answer is asked for anew.
   *
   * @param version the one these go on from; undefined for the first
   * @throws Problem 404 out of reach, or taken back by the coach before there were any; 412 with both when they were
   *   changed meanwhile on another device.
   */
  write(caller: Caller, contactId: string, version: number | undefined, words: string): Promise<OwnWords> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = (await reach(tx, actor, contactId)).ownWords;
      if (before?.words === words) return before;
      const isWritten =
        version === undefined
          ? !before && (await insertOwnWords(tx, actor, contactId, words))
          : await replaceOwnWords(tx, actor, contactId, version, words);
      return this.after(tx, actor, contactId, isWritten, words, 'own-words.written');
    });
  }

  /** Takes them back: staff read them no more; the participant still finds them among what they said before. */
  takeBack(caller: Caller, contactId: string, version: number): Promise<OwnWords> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = found((await reach(tx, actor, contactId)).ownWords, 'note');
      if (before.words === '') return before;
      const isWritten = await replaceOwnWords(tx, actor, contactId, version, '');
      return this.after(tx, actor, contactId, isWritten, '', 'own-words.taken-back');
    });
  }

  private async after(
    tx: EntityManager,
    actor: Actor,
    contactId: string,
    isWritten: boolean,
    words: string,
    action: string,
  ): Promise<OwnWords> {
    const now = found((await reach(tx, actor, contactId)).ownWords, 'note');
    // sent twice at once: the first has just written the same
    if (!isWritten && now.words === words) return now;
    if (!isWritten) throw stale(now, { words });
    const participantId = await ownParticipantId(tx, actor);
    actor.record({ action, participantId, subjectId: contactId });
    return now;
  }
}

async function reach(tx: EntityManager, actor: Actor, contactId: string): Promise<Note> {
  if (!isId(contactId)) throw notFound('note');
  return found((await notesOfIds(tx, actor, [contactId])).get(contactId), 'note');
}
