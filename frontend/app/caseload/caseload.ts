import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import type { CaseloadItem, Standing } from '../../api/contract';
import { DraftsWaiting } from '../contacts/drafts-waiting';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { Live } from '../live/live';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { CaseloadKept } from './caseload-kept';
import { CaseloadRow } from './caseload-row';
import { findInCaseload } from './find-in-caseload';
import { StandingFilter } from './standing-filter';

/** Whether today is a day to reach out: by the standing, or because an urgent note waits. */
function needsYou({ standing, openRiskNote }: CaseloadItem): boolean {
  const isWaiting = openRiskNote?.level === 'urgent' && !openRiskNote.isAcknowledged;
  return isWaiting || ['out of touch', 'overdue', 'due'].includes(standing.is);
}

/** Everyone a coach is assigned to now, those who need them most first; on a desk the chosen one beside it. */
@Component({
  imports: [
    CaseloadRow,
    DraftsWaiting,
    Icon,
    KeyFor,
    ProblemPanel,
    RouterLink,
    RouterOutlet,
    Skeleton,
    StandingFilter,
    When,
  ],
  templateUrl: './caseload.html',
  styleUrl: './caseload.scss',
})
export class Caseload {
  /** Both are kept in the address, so that Back and a reload find them again. */
  readonly standing = input<Standing>();
  readonly find = input<string>();

  private readonly router = inject(Router);
  private readonly kept = inject(CaseloadKept);
  private readonly session = inject(Session);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly hasRecord = signal(false);
  protected readonly page = this.kept.page;
  protected readonly greeting = this.greet(new Date().getHours());

  protected readonly shown = computed(() => {
    const items = this.page.hasValue() ? this.page.value().items : [];
    return findInCaseload(items, this.standing() ?? null, this.find() ?? '');
  });
  protected readonly own = computed(() => this.shown().filter((item) => !item.coverFor));
  /** Of whoever is away and covered by this coach, each under a heading of their own. */
  protected readonly covered = computed(() => {
    const theirs = this.shown().filter((item) => item.coverFor);
    const byAway = Map.groupBy(theirs, (item) => item.coverFor!.accountId);
    return [...byAway.values()].map((items) => ({ cover: items[0]!.coverFor!, items }));
  });
  protected readonly hasPrograms = computed(() => {
    const items = this.page.hasValue() ? this.page.value().items : [];
    return new Set(items.map((item) => item.programName)).size > 1;
  });
  protected readonly needing = computed(() => {
    if (!this.page.hasValue()) return null;
    const { items } = this.page.value();
    return items.length ? items.filter(needsYou).length : null;
  });

  constructor() {
    if (this.page.status() !== 'loading') this.kept.refresh();
    inject(Live).whenChanged(
      () => null,
      () => this.kept.refresh(),
    );
    afterNextRender(() => (this.list().nativeElement.scrollTop = this.kept.listPlace));
  }

  protected narrow(change: { standing?: Standing | null; find?: string | null }): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected keepPlace(): void {
    this.kept.listPlace = this.list().nativeElement.scrollTop;
  }

  protected again(): void {
    this.kept.refresh();
  }

  private greet(hour: number): string {
    const name = this.session.me()?.name.split(' ')[0] ?? '';
    if (hour >= 5 && hour < 12) return $localize`Good morning, ${name}:name:`;
    return hour >= 12 && hour < 18
      ? $localize`Good afternoon, ${name}:name:`
      : $localize`Good evening, ${name}:name:`;
  }
}
