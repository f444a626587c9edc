import { Component, computed, inject, input } from '@angular/core';
import type { CheckIn } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { timeOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';
import { MoodDrawing } from './mood-drawing';
import { besideMood, MOOD_WORDS } from './mood-words';

/** One check-in in words: when, how, and what was said with it. */
@Component({
  selector: 'app-check-in-entry',
  imports: [MoodDrawing, When],
  template: `
    @let said = checkIn();
    <app-mood-drawing [mood]="said.mood" />
    <div>
      <p>
        <b>{{ words[said.mood] }}</b>
        <span class="quiet">
          · <app-when [day]="said.checkedInOn" />, {{ time() }}
          @if (said.withName; as name) {
            <span
              >· <span i18n="@@entry.with">with {{ name }}</span></span
            >
          }
        </span>
      </p>
      @if (beside().length) {
        <p class="small">{{ beside().join(' · ') }}</p>
      }
      @if (said.wantsCall) {
        <p class="small" i18n="@@entry.wantsCall">Would like a call from the coach</p>
      }
      @if (said.words) {
        <p class="said">“{{ said.words }}”</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 14px;
    }
    app-mood-drawing {
      color: var(--mat-sys-primary);
    }
    .said {
      margin-top: 4px;
      font-family: var(--brand);
      font-size: 1.0625rem;
      white-space: pre-line;
    }
  `,
})
export class CheckInEntry {
  readonly checkIn = input.required<CheckIn>();
  private readonly session = inject(Session);
  protected readonly words = MOOD_WORDS;
  protected readonly beside = computed(() => besideMood(this.checkIn()));
  protected readonly time = computed(() =>
    timeOf(this.checkIn().checkedInAt, this.session.timeZone(), pageLanguage()),
  );
}
