import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { HomePage, HomeStep, Step } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { timeOf } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { isWorthAsking, NOT_SENT_YET, signalOr, untilAnswered } from '../problems/until-answered';
import { Session } from '../session/session';
import { AskForCall } from './ask-for-call';
import { Celebration } from './celebration';
import { ENTRIES } from './entries';
import { kindWord } from './greeting';
import { NewsPlace } from './news-place';
import { NextTime } from './next-time';
import { PeopleToCall } from './people-to-call';
import { TodaysSteps } from './todays-steps';

/** A page that got no answer asks again after so many milliseconds. */
const AGAIN_AFTER = 5_000;

/** A participant's own page, the middle of it all. Nothing that staff keep to themselves. */
@Component({
  imports: [
    AskForCall,
    Celebration,
    Icon,
    NewsPlace,
    NextTime,
    PeopleToCall,
    RouterLink,
    Skeleton,
    TodaysSteps,
  ],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  protected readonly page = httpResource<HomePage>(() => '/api/home');
  /** What was shown stays while it is asked for again, also when no answer comes. */
  protected readonly known = linkedSignal<HomePage | null, HomePage | null>({
    source: () => (this.page.hasValue() ? this.page.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly entries = ENTRIES;
  private readonly session = inject(Session);
  protected readonly kindWord = kindWord(new Date(), this.session.timeZone());

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
    effect(() => {
      const failure = this.page.error();
      if (failure && isWorthAsking(failure)) void signalOr(AGAIN_AFTER).then(() => this.page.reload());
    });
  }

  /** In no program now: nobody is looking for a coach. */
  protected isAway({ stays }: HomePage): boolean {
    return stays.length > 0 && stays.every(({ throughOn }) => throughOn);
  }

  protected timeOf(at: string): string {
    return timeOf(at, this.session.timeZone(), pageLanguage());
  }

  /** Shown at once. A lost answer is asked for again; taken back, with words, only should the server refuse. */
  protected async tick(step: HomeStep, isDone: boolean): Promise<void> {
    this.show({ ...step, doneAt: isDone ? new Date().toISOString() : null });
    const headers = { 'If-Match': `"${step.version}"` };
    try {
      const saved = await untilAnswered(
        () => firstValueFrom(this.http.post<Step>(`/api/steps/${step.stepId}/tick`, { isDone }, { headers })),
        () => void this.notices.say(NOT_SENT_YET),
      );
      this.show({ ...step, ...saved });
      if (isDone) {
        void this.notices.say($localize`:@@home.ticked:Done. Well done!`, {
          label: $localize`:@@home.undo:Undo`,
          undo: () => void this.tick({ ...step, ...saved }, false),
        });
      }
    } catch (failure) {
      this.show(step);
      void this.notices.say(problemOf(failure).detail);
      if (problemOf(failure).status === 412) this.page.reload();
    }
  }

  private show(step: HomeStep): void {
    this.known.update((home) =>
      home
        ? { ...home, steps: home.steps.map((other) => (other.stepId === step.stepId ? step : other)) }
        : home,
    );
  }
}
