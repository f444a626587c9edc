import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamPage } from '../../api/contract';
import { ToAssignLine } from '../assigning/to-assign-line';
import { CallsWithoutCoach } from '../calls/calls-without-coach';
import { HandoversWaiting } from '../handover/handovers-waiting';
import { CertificationLine } from '../certifications/certification-line';
import { AfterADeath } from '../deaths/after-a-death';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { shortDay } from '../look/time-words';
import { ProblemPanel } from '../problems/problem-panel';
import { SessionsToMove } from '../supervision-sessions/sessions-to-move';
import { TeamCards } from './team-cards';
import { EVENT_COLUMNS, PEOPLE_COLUMN, STANDING_COLUMNS, WAITING_COLUMNS } from './team-columns';
import { TeamFirst } from './team-first';
import { TeamPeriod } from './team-period';
import { TeamTable } from './team-table';
import { TeamWeeks } from './team-weeks';

/** Who is drifting and what waits, answered without a click; then each coach: today, and the days that are chosen. */
@Component({
  imports: [
    AfterADeath,
    CertificationLine,
    CallsWithoutCoach,
    HandoversWaiting,
    Icon,
    ProblemPanel,
    RouterLink,
    SessionsToMove,
    Skeleton,
    TeamCards,
    TeamFirst,
    TeamPeriod,
    TeamTable,
    TeamWeeks,
    ToAssignLine,
  ],
  templateUrl: './team.html',
  styleUrl: './team.scss',
})
export class Team {
  readonly days = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly page = httpResource<TeamPage>(() => ({ url: '/api/team', params: this.asked() }));
  protected readonly chosen = computed(() => {
    if (this.from() && this.to()) return 'own';
    const days = this.days();
    return days === '7' || days === '90' ? days : '30';
  });
  private readonly asked = computed((): Record<string, string> => {
    if (this.chosen() === 'own') return { from: this.from()!, to: this.to()! };
    return { days: this.chosen() };
  });
  protected readonly periodWords = computed(() => {
    const chosen = this.chosen();
    if (chosen !== 'own') return $localize`Last ${chosen}:count: days`;
    return `${shortDay(this.from()!, pageLanguage())} – ${shortDay(this.to()!, pageLanguage())}`;
  });
  protected readonly today = [PEOPLE_COLUMN, ...STANDING_COLUMNS];
  protected readonly waiting = WAITING_COLUMNS;
  protected readonly events = EVENT_COLUMNS;
  protected readonly gone = computed(() =>
    this.page.hasValue()
      ? this.page.value().rows.filter(({ isGone, participantCount }) => isGone && participantCount > 0)
      : [],
  );
  protected readonly hasTeam = computed(
    () => this.page.hasValue() && this.page.value().rows.some(({ coach }) => coach),
  );

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }
}
