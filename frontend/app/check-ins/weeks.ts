import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { CheckInPage, CheckInWeeks } from '../../api/contract';
import { Live } from '../live/live';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { monthDay } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { CheckInEntry } from './check-in-entry';
import { CheckInSending } from './check-in-sending';
import { CheckInTrend } from './check-in-trend';
import { isSaidIn } from './trend-points';
import { weeksSaid } from './week-words';

/** A participant's own weeks: a picture, what it says in plain words, and each check-in as it was said. */
@Component({
  imports: [CheckInEntry, CheckInTrend, RouterLink, Skeleton],
  templateUrl: './weeks.html',
  styleUrl: './weeks.scss',
})
export class Weeks {
  private readonly http = inject(HttpClient);
  private readonly language = pageLanguage();
  protected readonly weeks = httpResource<CheckInWeeks>(() => '/api/check-ins/weeks');
  protected readonly first = httpResource<CheckInPage>(() => '/api/check-ins');
  /** The first page anew whenever it comes anew, with what was asked for after it. */
  protected readonly list = linkedSignal<CheckInPage | null>(() =>
    this.first.hasValue() ? this.first.value() : null,
  );
  protected readonly wrong = computed(() => {
    const failure = this.weeks.error() ?? this.first.error();
    return failure ? problemOf(failure).detail : null;
  });
  protected readonly wrongEarlier = signal('');

  protected readonly days = computed(() => (this.weeks.hasValue() ? this.weeks.value().days : []));
  protected readonly isSaid = computed(() => isSaidIn(this.days()));
  protected readonly said = computed(() => {
    if (!this.weeks.hasValue()) return [];
    const { days, fromOn, today } = this.weeks.value();
    return weeksSaid(days, fromOn, today, this.language).map((week) => ({
      ...week,
      isThis: week.throughOn === today,
      span: `${monthDay(week.fromOn, this.language)} – ${monthDay(week.throughOn, this.language)}`,
    }));
  });

  constructor() {
    inject(CheckInSending).goOn();
    inject(Live).whenChanged(
      () => null,
      () => this.reload(),
    );
  }

  protected reload(): boolean {
    return this.weeks.reload() && this.first.reload();
  }

  protected async showEarlier(after: string): Promise<void> {
    this.wrongEarlier.set('');
    try {
      const page = await firstValueFrom(this.http.get<CheckInPage>('/api/check-ins', { params: { after } }));
      this.list.update((list) => ({ items: [...(list?.items ?? []), ...page.items], next: page.next }));
    } catch (failure) {
      this.wrongEarlier.set(problemOf(failure).detail);
    }
  }
}
