import { httpResource } from '@angular/common/http';
import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomePage } from '../../api/contract';
import { AskForCall } from '../home/ask-for-call';
import { RightNow } from '../plans/right-now';
import { NotSentYet } from '../problems/until-answered';
import { daysWords } from './milestone-words';
import { OwnDays } from './own-days';

/**
 * After a return to use was told: what stays theirs, the offer of a call, and their plan, open. Beginning again waits
 * until they wish, and telling by mistake is taken back.
 */
@Component({
  imports: [AskForCall, NgComponentOutlet, NotSentYet, RouterLink],
  templateUrl: './after-return.html',
  styleUrl: './after-return.scss',
})
export class AfterReturn {
  protected readonly own = inject(OwnDays);
  protected readonly home = httpResource<HomePage>(() => '/api/home');
  /** The plan for a hard moment, as on its own page. */
  protected readonly plan = RightNow;
  protected readonly trouble = signal('');
  protected readonly total = computed(() => daysWords(this.own.days()?.total ?? 0));
  /** The period that was ended; none once they have begun again. */
  protected readonly ended = computed(() => {
    const days = this.own.days();
    return days && !days.isCounting ? (days.periods[0] ?? null) : null;
  });

  constructor() {
    void this.own.load();
  }

  protected async takeBack(): Promise<void> {
    const period = this.ended();
    if (!period) return;
    await this.send(() => this.own.change(period, { beganOn: period.beganOn, endedOn: null }));
  }

  protected async startToday(): Promise<void> {
    await this.send(() => this.own.enter({ beganOn: this.own.days()!.today, endedOn: null }));
  }

  private async send(write: () => ReturnType<OwnDays['enter']>): Promise<void> {
    const problem = await write();
    this.trouble.set(problem?.fields?.[0]?.detail ?? problem?.detail ?? '');
    if (problem?.status === 412) await this.own.load();
  }
}
