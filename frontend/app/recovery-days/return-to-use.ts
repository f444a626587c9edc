import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RecoveryDays } from '../../api/contract';
import { addDays } from '../look/time-words';
import { NotSentYet } from '../problems/until-answered';
import { daysWords } from './milestone-words';
import { OwnDays } from './own-days';

/**
 * "I used again", in kind words. It asks for the day and nothing else; no day and no milestone is lost, and what helps
 * comes next.
 */
@Component({
  selector: 'app-return-to-use',
  imports: [NotSentYet],
  template: `
    <h2 id="used-title" i18n="@@days.used.title">If you used again</h2>
    <p>
      @if (days().total > 1) {
        <ng-container i18n="@@days.used.words"
          >It happens to many of us. Your {{ total() }} stay yours, and so does everything you
          reached.</ng-container
        >
      } @else {
        <ng-container i18n="@@days.used.wordsFew"
          >It happens to many of us. What you did stays yours.</ng-container
        >
      }
    </p>
    @if (isOpen()) {
      <form class="stack" (submit)="save($event)">
        <fieldset>
          <legend i18n="@@days.used.when">Which day was it?</legend>
          <label class="tick">
            <input type="radio" name="used-on" [checked]="day() === today()" (change)="choose(today())" />
            <span i18n="@@days.used.today">Today</span>
          </label>
          <label class="tick">
            <input
              type="radio"
              name="used-on"
              [checked]="day() === yesterday()"
              (change)="choose(yesterday())"
            />
            <span i18n="@@days.used.yesterday">Yesterday</span>
          </label>
          <label class="tick">
            <input type="radio" name="used-on" [checked]="isOther()" (change)="choose('')" />
            <span i18n="@@days.used.other">Another day</span>
          </label>
          @if (isOther()) {
            <input
              type="date"
              aria-label="The day"
              i18n-aria-label="@@days.used.day"
              [value]="day()"
              [max]="today()"
              [min]="current()?.beganOn ?? ''"
              (input)="typed($event)"
            />
          }
        </fieldset>
        <div aria-live="polite">
          @if (trouble(); as words) {
            <p>{{ words }}</p>
          } @else if (own.sending.isLate()) {
            <app-not-sent-yet />
          }
        </div>
        <div class="row">
          <button class="button" type="submit" [disabled]="own.sending.isSending()" i18n="@@days.used.save">
            Save, and open my plan
          </button>
          <button class="plain-button" type="button" (click)="isOpen.set(false)">
            <u i18n="@@days.notNow">Not now</u>
          </button>
        </div>
      </form>
    } @else {
      <button class="button soft" type="button" (click)="isOpen.set(true)" i18n="@@days.used.say">
        I used again
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    form {
      width: 100%;
    }
    legend {
      font-weight: 600;
    }
  `,
})
export class ReturnToUse {
  readonly days = input.required<RecoveryDays>();
  protected readonly own = inject(OwnDays);
  private readonly router = inject(Router);
  protected readonly isOpen = signal(false);
  protected readonly isOther = signal(false);
  protected readonly trouble = signal('');
  protected readonly total = computed(() => daysWords(this.days().total));
  protected readonly today = computed(() => this.days().today);
  protected readonly yesterday = computed(() => addDays(this.today(), -1));
  protected readonly current = computed(() => this.days().periods.find(({ endedOn }) => endedOn === null));
  private readonly chosen = signal<string | null>(null);
  protected readonly day = computed(() => this.chosen() ?? this.today());

  protected choose(day: string): void {
    this.chosen.set(day);
    this.isOther.set(day === '');
  }

  protected typed(event: Event): void {
    this.chosen.set((event.target as HTMLInputElement).value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const period = this.current();
    if (!period) return;
    if (!this.day())
      return this.trouble.set(
        $localize`:@@days.missing:Choose the day first. About right is fine; you can change it later.`,
      );
    const problem = await this.own.change(period, { beganOn: period.beganOn, endedOn: this.day() });
    if (!problem) return void this.router.navigateByUrl('/days/after');
    this.trouble.set(problem.fields?.[0]?.detail ?? problem.detail);
    if (problem.status === 412) await this.own.load();
  }
}
