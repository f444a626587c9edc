import { Component, inject, input, signal } from '@angular/core';
import type { RecoveryDays } from '../../api/contract';
import { NotSentYet } from '../problems/until-answered';
import { OwnDays } from './own-days';

/** Who sees the days, said exactly, and turned on and off with one tap. */
@Component({
  selector: 'app-sharing',
  imports: [NotSentYet],
  template: `
    <label class="tick">
      <input
        type="checkbox"
        role="switch"
        [checked]="days().isShared"
        (change)="set({ isShared: checked($event) }, $event)"
      />
      @if (days().coachName; as coach) {
        <b i18n="@@days.shareWith">Share my days with {{ coach }}</b>
      } @else {
        <b i18n="@@days.shareWithCoach">Share my days with my coach</b>
      }
    </label>
    <p aria-live="polite">
      @if (!days().isShared) {
        <ng-container i18n="@@days.private"
          >Now only you see this page. Nobody who works here does.</ng-container
        >
      } @else if (days().coachName; as coach) {
        <ng-container i18n="@@days.sharedWith"
          >{{ coach }} and their supervisor see your total, what you reached and what is next, and the day if
          you tell here that you used again. They don’t see your dates.</ng-container
        >
      } @else {
        <ng-container i18n="@@days.sharedWithCoach"
          >When you have a coach, they and their supervisor see your total, what you reached and what is next,
          and the day if you tell here that you used again. Until then the supervisors do. Nobody sees your
          dates.</ng-container
        >
      }
    </p>
    @if (days().isShared) {
      <p class="quiet small" i18n="@@days.shareOff">
        Turn it off, and from that moment they see nothing of it.
      </p>
    }
    @if (days().periods.length > 1) {
      <label class="tick">
        <input
          type="checkbox"
          role="switch"
          [checked]="days().showsCurrentPeriod"
          (change)="set({ showsCurrentPeriod: checked($event) }, $event)"
        />
        <span i18n="@@days.showCurrent">Also show the days since I last began</span>
      </label>
    }
    @if (trouble(); as words) {
      <p role="alert">{{ words }}</p>
    } @else if (own.sending.isLate()) {
      <app-not-sent-yet />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
  `,
})
export class Sharing {
  readonly days = input.required<RecoveryDays>();
  protected readonly own = inject(OwnDays);
  protected readonly trouble = signal('');

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  /** What another device has set meanwhile is shown as it is. */
  protected async set(
    settings: { isShared?: boolean; showsCurrentPeriod?: boolean },
    event: Event,
  ): Promise<void> {
    const problem = await this.own.set(settings);
    this.trouble.set(problem?.status === 412 ? otherPhone() : (problem?.detail ?? ''));
    if (!problem) return;
    await this.own.load();
    const now = this.days();
    const box = event.target as HTMLInputElement;
    box.checked = settings.isShared === undefined ? now.showsCurrentPeriod : now.isShared;
  }
}

const otherPhone = (): string =>
  $localize`:@@days.setElsewhere:This was changed on another phone just now. Here is how it stands; tap once more to change it.`;
