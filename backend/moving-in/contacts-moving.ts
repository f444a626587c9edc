import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { contactOfRow, type ContactOfRow } from './contact-row.rules.js';
import type { Ground } from './ground.js';
import { type Decided, type Moving, NOTHING_MADE } from './moving.js';
import type { StagedRow } from './move-rows.queries.js';
import { type AboutRow, type Matched, rowTyped } from './reading/row-typed.rules.js';

/** Past contacts, each once: told by what they say, or by the number they have here. */
export class ContactsMoving implements Moving {
  readonly touched = new Map<string, { action: string; count: number }>();
  readonly coaches = new Map<string, string>();
  private readonly rowOfId = new Map<string, number>();
  private ready: ContactOfRow[] = [];

  constructor(
    private readonly moveId: string,
    private readonly ground: Ground,
    private readonly matched: Matched,
  ) {}

  async decide(tx: EntityManager, actor: Actor, rows: StagedRow[]): Promise<Decided[]> {
    this.ready = [];
    const read = rows.map((row) => {
      const typed = rowTyped(row, this.matched);
      const sure = typed.refusals.length === 0 ? contactOfRow(typed.values, this.ground, this.matched) : null;
      return { row: row.row, typed, sure };
    });
    const ids = read.flatMap(({ typed, sure }) => [
      ...(typed.values.contactId ? [typed.values.contactId] : []),
      ...(sure && 'contact' in sure ? [sure.contact.id] : []),
    ]);
    const here = await contactsKnown(tx, ids);
    return read.map(({ row, typed, sure }) => this.decided(row, typed, sure, here));
  }

  private decided(
    row: number,
    { values, refusals, marks }: ReturnType<typeof rowTyped>,
    sure: ReturnType<typeof contactOfRow> | null,
    here: ReadonlySet<string>,
  ): Decided {
    const refuse = (more: AboutRow[]): Decided => ({
      row,
      refusals: [...refusals, ...more],
      marks,
      makes: NOTHING_MADE,
      isAboutKnown: false,
    });
    if (values.contactId && refusals.length === 0)
      return here.has(values.contactId)
        ? { row, refusals, marks, makes: NOTHING_MADE, isAboutKnown: true }
        : refuse([NO_SUCH_CONTACT]);
    if (!sure) return refuse([]);
    if ('refused' in sure) return refuse(sure.refused);
    const { contact } = sure;
    const earlier = this.rowOfId.get(contact.id);
    if (earlier !== undefined) return refuse([twice(earlier)]);
    this.rowOfId.set(contact.id, row);
    const all = { row, refusals, marks: [...marks, ...sure.marks] };
    if (here.has(contact.id)) return { ...all, makes: NOTHING_MADE, isAboutKnown: true };
    this.ready.push(contact);
    return { ...all, makes: { ...NOTHING_MADE, contacts: 1 }, isAboutKnown: false };
  }

  async bring(tx: EntityManager, actor: Actor): Promise<void> {
    if (this.ready.length === 0) return;
    await tx.query('SELECT bring_in_contacts($1, $2, $3)', [
      this.moveId,
      actor.now,
      JSON.stringify(this.ready),
    ]);
    for (const { participantId, coachId } of this.ready) {
      const count = (this.touched.get(participantId)?.count ?? 0) + 1;
      this.touched.set(participantId, { action: 'contacts.brought-in', count });
      this.coaches.set(coachId, participantId);
    }
    this.ready = [];
  }
}

const NO_SUCH_CONTACT: AboutRow = {
  column: null,
  code: 'contact-unknown',
  words: 'There is no contact of this number here. Leave the cell empty for one that is not here yet.',
};

function twice(row: number): AboutRow {
  return {
    column: null,
    code: 'row-twice',
    words: `The same as row ${row}, so it is left out. If these were two contacts, say the time of each.`,
  };
}

async function contactsKnown(tx: EntityManager, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>('SELECT contacts_known($1::uuid[]) AS id', [ids]);
  return new Set(rows.map(({ id }) => id));
}
