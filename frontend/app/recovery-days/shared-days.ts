import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { ReachedMilestone, RecoveryDaysOfParticipant } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { pageLanguage } from '../look/language';
import { monthDay } from '../look/time-words';
import { Session } from '../session/session';
import { daysWords, milestoneWords } from './milestone-words';

/** So many milestones, the latest first, before the others fold away. */
const SHOWN = 3;

/** Recovery days on a participant's page, only while they share them: the moment they don't, this is not here. */
@Component({
  selector: 'app-shared-days',
  imports: [Icon, MatButton, When],
  templateUrl: './shared-days.html',
  styleUrl: './shared-days.scss',
})
export class SharedDays {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly me = inject(Session).me;
  private readonly at = computed(() => `/api/participants/${this.participantId()}`);
  private readonly page = httpResource<RecoveryDaysOfParticipant>(() => `${this.at()}/recovery-days`);
  protected readonly isSending = signal(false);
  protected readonly shared = computed(() => (this.page.hasValue() ? this.page.value().shared : null));
  protected readonly birthday = computed(() => (this.page.hasValue() ? this.page.value().birthday : null));
  protected readonly latest = computed(() =>
    [...(this.shared()?.milestones ?? [])].reverse().slice(0, SHOWN),
  );
  protected readonly earlier = computed(() => [...(this.shared()?.milestones ?? [])].reverse().slice(SHOWN));
  protected readonly words = milestoneWords;
  protected readonly days = daysWords;
  protected readonly monthAndDay = (day: string): string => monthDay(day, pageLanguage());

  constructor() {
    inject(Live).whenChanged(
      () => this.participantId(),
      () => this.page.reload(),
    );
  }

  protected isGlad({ congratulatedBy }: ReachedMilestone): boolean {
    return congratulatedBy.includes(this.me()?.name ?? '');
  }

  protected async congratulate(milestone: ReachedMilestone): Promise<void> {
    if (!(await this.send('PUT', '/congratulations', milestone))) return;
    void this.notices.say(`${this.name()} will see that you are glad with them.`, {
      label: 'Undo',
      undo: () => void this.send('POST', '/congratulations/take-back', milestone),
    });
  }

  private async send(verb: string, path: string, { unit, count }: ReachedMilestone): Promise<boolean> {
    this.isSending.set(true);
    try {
      const body = { unit, count };
      const request = this.http.request<RecoveryDaysOfParticipant>(verb, this.at() + path, { body });
      this.page.set(await firstValueFrom(request));
      return true;
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
      this.page.reload();
      return false;
    } finally {
      this.isSending.set(false);
    }
  }
}
