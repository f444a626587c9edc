import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BoardExport } from '../../api/certification-contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { calendarDay } from '../look/time-words';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { BoardPaper } from './board-paper';
import { yearsBefore } from './certification-words';

/** Hours for a certifying board: the days are chosen, the page is printed or taken as a table. */
@Component({
  selector: 'app-board-page',
  imports: [BoardPaper, Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  templateUrl: './board-page.html',
  styleUrl: '../look/period.scss',
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    app-icon {
      vertical-align: -4px;
    }
  `,
})
export class BoardPage {
  readonly coachId = input<string>();
  /** The period, from the address; two years up to today where it names none, as most boards ask for. */
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly id = computed(() => this.coachId() ?? this.session.me()?.accountId ?? '');
  private readonly today = this.session.today();
  protected readonly back = computed(() =>
    this.coachId() ? `/coaches/${this.coachId()}/certification` : '/certification',
  );
  protected readonly days = computed(() => ({
    from: this.from() ?? yearsBefore(this.today, 2),
    to: this.to() ?? this.today,
  }));
  private readonly asked = computed(() => `from=${this.days().from}&to=${this.days().to}`);
  protected readonly page = httpResource<BoardExport>(() =>
    this.id() ? `/api/coaches/${this.id()}/board?${this.asked()}` : undefined,
  );
  protected readonly table = computed(() => `/api/coaches/${this.id()}/board.csv?${this.asked()}`);
  protected readonly named = [
    { name: 'Two years', from: yearsBefore(this.today, 2), to: this.today },
    { name: 'One year', from: yearsBefore(this.today, 1), to: this.today },
  ];
  protected readonly isNamed = computed(() => this.named.some((each) => this.isShown(each)));
  protected readonly isChoosing = signal(false);
  protected readonly isTurned = signal(false);
  protected readonly shortOf = (day: string): string => calendarDay(day, 'en');

  protected isShown({ from, to }: { from: string; to: string }): boolean {
    return from === this.days().from && to === this.days().to;
  }

  protected choose(event: Event, from: string, to: string): void {
    event.preventDefault();
    this.isTurned.set(!from || !to || from > to);
    if (this.isTurned()) return;
    this.isChoosing.set(false);
    void this.router.navigate([], { queryParams: { from, to }, replaceUrl: true });
  }

  protected print(): void {
    this.window?.print();
  }
}
