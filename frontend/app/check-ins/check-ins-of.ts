import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CheckInsOfParticipant } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { CheckInEntry } from './check-in-entry';
import { CheckInTogether } from './check-in-together';
import { CheckInTrend } from './check-in-trend';
import { isSaidIn } from './trend-points';

/** How a participant says they are: the last time in words, eight weeks as pictures, and the way to ask them now. */
@Component({
  selector: 'app-check-ins-of',
  imports: [CheckInEntry, CheckInTogether, CheckInTrend, Icon, MatButton, ProblemPanel, Skeleton],
  templateUrl: './check-ins-of.html',
  styleUrl: './check-ins-of.scss',
})
export class CheckInsOf {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly record = httpResource<CheckInsOfParticipant>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/check-ins`,
  );
  protected readonly isAsking = signal(false);
  protected readonly isOpen = signal(false);
  protected readonly days = computed(() => (this.record.hasValue() ? this.record.value().days : []));
  protected readonly isSaid = computed(() => isSaidIn(this.days()));

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.record.reload());
  }

  protected made(): void {
    this.isAsking.set(false);
    this.record.reload();
  }
}
