import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Wanted } from '../../api/export-contract';
import { Choices } from '../look/choices';
import { Notices } from '../look/notices';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { namedPeriods } from '../reports/periods';
import { Session } from '../session/session';
import { asking } from './asking';
import { wantedWords } from './export-words';

const KEPT_AS = 'export-form';
const EVERYTHING = 'everything';
const OTHER_DAYS = 'other-days';

interface Chosen {
  kind: string;
  period: string;
  from: string;
  through: string;
  format: string;
}

/** What to take out: which rows, of which days, in which shape. */
@Component({
  selector: 'app-ask-for-file',
  imports: [Choices, MatButton, ProblemSummary, RouterLink],
  templateUrl: './ask-for-file.html',
  styleUrl: './ask-for-file.scss',
})
export class AskForFile {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  protected readonly asked = asking();
  private readonly named = namedPeriods(this.session.today());
  protected readonly isAdministrator = computed(() => this.session.me()?.role === 'administrator');
  protected readonly kinds = [
    { value: 'contacts', words: 'Contacts' },
    { value: 'people', words: 'People' },
  ];
  protected readonly periods = [
    ...this.named.map(({ key, name }) => ({ value: key, words: name })),
    { value: EVERYTHING, words: 'All there are' },
    { value: OTHER_DAYS, words: 'Other days' },
  ];
  protected readonly formats = [
    { value: 'xlsx', words: 'Spreadsheet (XLSX)' },
    { value: 'csv', words: 'CSV' },
  ];
  /** Stays over a reload. */
  protected readonly chosen = signal<Chosen>(
    this.session.kept.of<Chosen>(KEPT_AS) ?? {
      ...{ kind: 'contacts', period: 'year', from: '', through: '', format: 'xlsx' },
    },
  );
  protected readonly isOtherDays = computed(() => this.chosen().period === OTHER_DAYS);
  protected readonly isOfContacts = computed(() => this.chosen().kind === 'contacts');
  /** Said when it is sent so, and until it is mended. */
  protected readonly wasSent = signal(false);
  protected readonly wrongDays = computed(() => {
    const { from, through } = this.chosen();
    if (!this.wasSent() || !this.isOfContacts() || !this.isOtherDays()) return null;
    if (!from || !through) return 'Choose both days.';
    if (from > through) return 'The last day comes before the first.';
    const problem = this.asked.problem();
    return wrongWith(problem, 'from') ?? wrongWith(problem, 'through');
  });

  constructor() {
    effect(() => this.session.kept.keep(KEPT_AS, this.chosen()));
  }

  protected choose(change: Partial<Chosen>): void {
    this.chosen.update((chosen) => ({ ...chosen, ...change }));
  }

  protected async prepare(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.wrongDays()) return;
    const wanted = this.wanted();
    if (!(await this.asked.ask(wanted))) return;
    this.wasSent.set(false);
    void this.notices.say(`${wantedWords(wanted)} is being prepared. Go on working; you will be told.`);
  }

  private wanted(): Wanted {
    const { kind, format, period, from, through } = this.chosen();
    const what = { kind, format } as Wanted;
    if (!this.isOfContacts() || period === EVERYTHING) return what;
    if (this.isOtherDays()) return { ...what, from, through };
    const named = this.named.find(({ key }) => key === period) ?? this.named[0]!;
    return { ...what, from: named.from, through: named.through };
  }
}
