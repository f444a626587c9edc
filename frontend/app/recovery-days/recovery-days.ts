import { Component, computed, inject, signal } from '@angular/core';
import type { RecoveryPeriod } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { NotSentYet } from '../problems/until-answered';
import { totalWords } from './days-words';
import { daysWords } from './milestone-words';
import { MilestoneTokens } from './milestone-tokens';
import { OwnBirthday } from './own-birthday';
import { OwnDates } from './own-dates';
import { OwnDays } from './own-days';
import { PeriodForm } from './period-form';
import { ReturnToUse } from './return-to-use';
import { Sharing } from './sharing';

/** A participant's recovery days: the sum of all of them, what they reached, and who may know. */
@Component({
  imports: [
    Icon,
    MilestoneTokens,
    NotSentYet,
    OwnBirthday,
    OwnDates,
    PeriodForm,
    ReturnToUse,
    Sharing,
    Skeleton,
  ],
  templateUrl: './recovery-days.html',
  styleUrl: './recovery-days.scss',
})
export class RecoveryDaysPage {
  protected readonly own = inject(OwnDays);
  private readonly notices = inject(Notices);
  protected readonly isChoosing = signal(false);
  protected readonly trouble = signal('');
  protected readonly heading = computed(() => {
    const days = this.own.days();
    return days ? totalWords(days) : '';
  });
  /** Days since the current period began, where its owner asks for them and there were others before it. */
  protected readonly current = computed(() => {
    const days = this.own.days();
    const open = days?.periods.find(({ endedOn }) => endedOn === null);
    return days?.showsCurrentPeriod && days.periods.length > 1 && open ? open : null;
  });
  protected readonly sinceBegan = ({ days }: RecoveryPeriod): string =>
    days === 0
      ? $localize`:@@days.againToday:You began again today.`
      : $localize`:@@days.since:${daysWords(days)}:days: since you last began.`;

  constructor() {
    void this.own.load();
    inject(Live).whenChanged(
      () => null,
      () => this.own.load(),
    );
  }

  protected async startToday(): Promise<void> {
    const today = this.own.days()!.today;
    const problem = await this.own.enter({ beganOn: today, endedOn: null });
    this.trouble.set(problem?.fields?.[0]?.detail ?? problem?.detail ?? '');
    if (problem) return;
    const begun = this.own.days()!.periods.find(({ endedOn }) => endedOn === null)!;
    void this.notices.say($localize`:@@days.startedToday:Your days go on from today.`, {
      label: $localize`:@@days.undo:Undo`,
      undo: () => void this.own.remove(begun),
    });
  }
}
