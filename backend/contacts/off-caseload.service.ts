import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { openPromisesElsewhere } from '../promises/promises.queries.js';
import { contactsOfIds } from './contacts.queries.js';
import type { LoggedElsewhere, NamesAsked, NamesInProgram } from './off-caseload.dto.js';

const MOST_NAMES = 8;
/** Today and the 29 days before, as the team's counts. */
const DAYS_SHOWN = 30;
const MOST_CONTACTS = 100;

interface NameRow {
  participant_id: string;
  preferred_name: string;
  legal_name: string;
  program_name: string;
}

/** For a coach who stands in, or whom somebody of the program walks in to (docs/decisions/0011). */
@Injectable()
export class OffCaseloadService {
  constructor(private readonly door: Door) {}

  /** Who in the coach's programs is called so, less their own caseload. The trail names everyone shown. */
  names(caller: Caller, { find }: NamesAsked): Promise<NamesInProgram> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await tx.query<NameRow[]>('SELECT * FROM names_in_program($1, $2)', [
        find.trim(),
        MOST_NAMES + 1,
      ]);
      const shown = rows.slice(0, MOST_NAMES);
      actor.record({
        action: 'program.names-listed',
        participantIds: shown.map((row) => row.participant_id),
      });
      return {
        items: shown.map((row) => ({
          participantId: row.participant_id,
          preferredName: row.preferred_name,
          legalName: row.legal_name,
          programName: row.program_name,
        })),
        isMore: rows.length > MOST_NAMES,
      };
    });
  }

  loggedElsewhere(caller: Caller): Promise<LoggedElsewhere> {
    return this.door.asActor(caller, async (tx, actor) => {
      const from = dayOf(dayNumber(actor.today) - (DAYS_SHOWN - 1));
      const rows = await tx.query<{ id: string }[]>(
        `SELECT id FROM contacts
          WHERE organization_id = $1 AND coach_id = $2 AND is_off_caseload AND occurred_on >= $3
          ORDER BY occurred_on DESC, id DESC LIMIT ${MOST_CONTACTS}`,
        [actor.organizationId, actor.accountId, from],
      );
      const ids = rows.map((row) => row.id);
      const [contacts, openPromises] = await Promise.all([
        contactsOfIds(tx, actor, ids),
        openPromisesElsewhere(tx, actor),
      ]);
      const about = [...contacts, ...openPromises].map((each) => each.participantId);
      actor.record({ action: 'contacts.elsewhere-listed', participantIds: [...new Set(about)] });
      return {
        from,
        to: actor.today,
        contacts: contacts.sort((one, other) => ids.indexOf(one.contactId) - ids.indexOf(other.contactId)),
        openPromises,
      };
    });
  }
}
