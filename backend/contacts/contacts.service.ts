import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { notFound } from '../http/problem.js';
import { addAddendum } from './addenda.queries.js';
import { amendContact } from './amend-contact.js';
import type { AddAddendum, ContactWords, LogContact, WrongPerson } from './contact.dto.js';
import type { ContactVersions, ContactView } from './contact.view.js';
import { versionsOf } from './contact-versions.queries.js';
import { contactInReach } from './contacts.queries.js';
import { logContact } from './log-contact.js';
import { moveToRightPerson, voidContact } from './void-contact.js';

/** The log: one method, one use case, one transaction. */
@Injectable()
export class ContactsService {
  constructor(private readonly door: Door) {}

  async log(caller: Caller, asked: LogContact): Promise<ContactView> {
    const outcome = await this.door.asActor(caller, (tx, actor) => logContact(tx, actor, asked, actor.last));
    if ('refused' in outcome) throw outcome.refused;
    return outcome.contact;
  }

  open(caller: Caller, id: string): Promise<ContactView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const contact = await contactInReach(tx, actor, id);
      actor.record({ action: 'contact.opened', participantId: contact.participantId, subjectId: id });
      return contact;
    });
  }

  amend(caller: Caller, id: string, version: number, asked: ContactWords): Promise<ContactView> {
    return this.door.asActor(caller, (tx, actor) => amendContact(tx, actor, id, version, asked));
  }

  void(caller: Caller, id: string, version: number, reason: string): Promise<ContactView> {
    return this.door.asActor(caller, (tx, actor) => voidContact(tx, actor, id, version, reason));
  }

  moveToRightPerson(caller: Caller, id: string, version: number, asked: WrongPerson): Promise<ContactView> {
    return this.door.asActor(caller, (tx, actor) => moveToRightPerson(tx, actor, id, version, asked));
  }

  addAddendum(caller: Caller, id: string, asked: AddAddendum): Promise<ContactView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const contact = await contactInReach(tx, actor, id);
      if (!contact.participantName) throw notFound('contact');
      await addAddendum(tx, actor, contact, asked);
      return contactInReach(tx, actor, id);
    });
  }

  versions(caller: Caller, id: string): Promise<ContactVersions> {
    return this.door.asActor(caller, async (tx, actor) => {
      const contact = await contactInReach(tx, actor, id);
      actor.record({
        action: 'contact.versions-opened',
        participantId: contact.participantId,
        subjectId: id,
      });
      return { items: await versionsOf(tx, actor, id) };
    });
  }
}
