import { Component, inject, input, signal } from '@angular/core';
import type { RecoveryDays, RecoveryPeriod } from '../../api/contract';
import { Notices } from '../look/notices';
import { dateWords } from './days-words';
import { daysWords } from './milestone-words';
import { OwnDays } from './own-days';
import { PeriodForm } from './period-form';

/** The dates behind the sum, for their owner alone: set right, taken away, or an earlier time added. */
@Component({
  selector: 'app-own-dates',
  imports: [PeriodForm],
  template: `
    <details>
      <summary i18n="@@days.dates">My dates</summary>
      <p class="quiet small" i18n="@@days.datesPrivate">Only you see these.</p>
      <ul>
        @for (period of days().periods; track period.periodId) {
          <li>
            @if (open() === period.periodId) {
              <app-period-form
                [period]="period"
                [hasEnd]="period.endedOn !== null"
                [name]="'period-' + period.periodId"
                (done)="saved()"
                (away)="open.set('')"
              />
              <button class="plain-button" type="button" (click)="remove(period)">
                <u i18n="@@days.remove">Take these days away</u>
              </button>
            } @else {
              <span>
                <b>{{ date(period.beganOn) }}</b>&ngsp;
                @if (period.endedOn; as ended) {
                  <span>– {{ date(ended) }}</span>
                } @else {
                  <span i18n="@@days.goesOn">until today</span>
                }
                @if (period.days) {
                  <span class="quiet small">{{ words(period.days) }}</span>
                }
              </span>
              <button class="plain-button" type="button" (click)="open.set(period.periodId)">
                <u i18n="@@days.change">Change</u
                ><span class="only-heard">&ngsp;{{ date(period.beganOn) }}</span>
              </button>
            }
          </li>
        }
      </ul>
      @if (open() === 'earlier') {
        <app-period-form name="earlier" [hasEnd]="true" (done)="saved()" (away)="open.set('')" />
      } @else {
        <button class="button soft" type="button" (click)="open.set('earlier')" i18n="@@days.addEarlier">
          Add days from earlier
        </button>
      }
      @if (trouble(); as words) {
        <p role="alert">{{ words }}</p>
      }
    </details>
  `,
  styles: `
    summary {
      min-height: 48px;
      align-content: center;
      font: 600 1.125rem var(--brand);
      cursor: pointer;
    }
    ul {
      margin-block: 8px 16px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
      justify-content: space-between;
      padding-block: 8px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    li > span > .small {
      display: block;
    }
    app-period-form {
      display: block;
      width: 100%;
    }
  `,
})
export class OwnDates {
  readonly days = input.required<RecoveryDays>();
  private readonly own = inject(OwnDays);
  private readonly notices = inject(Notices);
  protected readonly open = signal('');
  protected readonly trouble = signal('');
  protected readonly date = dateWords;
  protected readonly words = daysWords;

  protected saved(): void {
    this.open.set('');
    void this.notices.say($localize`:@@days.saved:Saved.`);
  }

  protected async remove(period: RecoveryPeriod): Promise<void> {
    const problem = await this.own.remove(period);
    this.trouble.set(problem?.detail ?? '');
    if (problem) return void this.own.load();
    this.open.set('');
    void this.notices.say($localize`:@@days.removed:These days were taken away.`, {
      label: $localize`:@@days.undo:Undo`,
      undo: () => void this.own.restore(period).then((wrong) => this.trouble.set(wrong?.detail ?? '')),
    });
  }
}
