import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { PlanPerson, SupporterChoice } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { LineTools } from './line-tools';
import { backIn, both, moved, type Row, rowsOf } from './moved';
import { PartClash } from './part-clash';
import { PartState } from './part-state';
import type { PlanOnPage } from './plan-on-page';
import type { PartWords } from './plan-parts';

/** A person as they are being typed; `was` who they were, where one who is there is changed. */
interface Typed {
  was: PlanPerson | null;
  name: string;
  relation: string;
  phone: string;
}

const NOBODY: Typed = { was: null, name: '', relation: '', phone: '' };

/** Whom to call, first to last: chosen among their supporters, or added here by name. */
@Component({
  selector: 'app-people-part',
  imports: [Icon, LineTools, PartClash, PartState],
  templateUrl: './people-part.html',
  styleUrl: './part.scss',
})
export class PeoplePart {
  readonly plan = input.required<PlanOnPage>();
  readonly words = input.required<PartWords>();
  readonly mayWrite = input(true);

  private readonly notices = inject(Notices);
  protected readonly most = 20;
  protected readonly part = computed(() => this.plan().people);
  protected readonly people = computed(() => this.part().items());
  /** A button stays with its person, wherever they move. */
  protected readonly rows = computed(() => rowsOf(this.people(), nameOf));
  /** Supporters who are not in the plan. */
  protected readonly others = computed(() =>
    this.plan()
      .supporters()
      .filter((one) => !this.people().some(({ supporterId }) => supporterId === one.supporterId)),
  );
  protected readonly wrong = signal<string | null>(null);
  private readonly keptAs = computed(() => `plan.${this.plan().path}.people.typed`);
  protected readonly typed = linkedSignal<Typed>(() => this.plan().kept.of<Typed>(this.keptAs()) ?? NOBODY);
  protected readonly isOpen = linkedSignal(
    () => this.mayWrite() && this.plan().kept.of(this.keptAs()) !== null,
  );

  protected said(people: PlanPerson[]): string[] {
    return people.map(({ name, relation, phone }) => [name, relation, phone].filter(Boolean).join(', '));
  }

  protected type(more: Partial<Typed>): void {
    this.hold({ ...this.typed(), ...more });
  }

  protected edit(row: Row<PlanPerson>): void {
    const { name, relation, phone } = row.item;
    this.hold({ was: row.item, name, relation, phone });
  }

  protected choose(one: SupporterChoice): void {
    void this.write([...this.people(), { ...one, dial: null }]);
  }

  protected save(event: Event): void {
    event.preventDefault();
    const typed = this.typed();
    if (!typed.name.trim()) return;
    const person = personOf(typed);
    const { was } = typed;
    // whoever moved meanwhile is changed where they are now; whoever is gone is added anew
    const index = was ? this.people().findIndex((each) => isSamePerson(each, was)) : -1;
    const people = index >= 0 ? this.people().with(index, person) : [...this.people(), person];
    this.hold(NOBODY);
    void this.write(people, () => this.hold(typed));
  }

  protected move(row: Row<PlanPerson>, by: 1 | -1): void {
    const from = this.placeOf(row);
    if (from >= 0) void this.write(moved(this.people(), from, by));
  }

  protected remove(row: Row<PlanPerson>): void {
    const index = this.placeOf(row);
    if (index < 0) return;
    void this.write(this.people().toSpliced(index, 1));
    void this.notices.say($localize`:@@plan.removed:Taken out.`, {
      label: $localize`:@@plan.undo:Undo`,
      undo: () => void this.write(backIn(this.people(), index, row.item)),
    });
  }

  /** Whoever was typed and not added is added: nobody meant to throw them away. */
  protected close(): void {
    if (this.typed().name.trim()) this.save(new Event('submit'));
    this.isOpen.set(false);
  }

  protected settle(keep: 'both' | 'mine' | 'theirs'): void {
    const { theirs, mine } = this.part().clash()!;
    this.part().settle({ both: both(theirs.items, mine, isSamePerson), mine, theirs: null }[keep]);
  }

  /** Where a row stands by now; -1 when they are gone. */
  private placeOf({ key }: Row<PlanPerson>): number {
    return this.rows().findIndex((row) => row.key === key);
  }

  private async write(people: PlanPerson[], takeBack: () => void = () => undefined): Promise<void> {
    this.wrong.set(null);
    const problem = await this.part().write(people);
    if (!problem) return;
    takeBack();
    this.isOpen.set(true);
    this.wrong.set(problem.fields?.[0]?.detail ?? problem.detail);
  }

  private hold(typed: Typed): void {
    this.typed.set(typed);
    this.plan().kept.keep(this.keptAs(), typed === NOBODY ? null : typed);
  }
}

function nameOf({ supporterId, name, relation, phone }: PlanPerson): string {
  return supporterId ?? [name, relation, phone].join('\n');
}

/** What can be dialled, the server says. */
function personOf({ name, relation, phone }: Typed): PlanPerson {
  return {
    supporterId: null,
    name: name.trim(),
    relation: relation.trim(),
    phone: phone.trim(),
    dial: null,
  };
}

function isSamePerson(one: PlanPerson, other: PlanPerson): boolean {
  if (one.supporterId || other.supporterId) return one.supporterId === other.supporterId;
  return one.name === other.name && one.relation === other.relation && one.phone === other.phone;
}
