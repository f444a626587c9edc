import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AssessmentSettings, ReviewSettings, WellbeingSettings } from '../../api/contract';
import { BarcRhythm } from '../assessments/barc-rhythm';
import { ReviewShare } from '../feedback/review-share';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { WellbeingSettingsForm } from '../wellbeing/wellbeing-settings-form';
import { SettingChanges } from './setting-changes';
import type { Part } from './setting-parts';
import { placeOf } from './setting-places';

/** One area that is set in a single form, and who changed it. */
@Component({
  imports: [
    BarcRhythm,
    Icon,
    MatButton,
    ProblemPanel,
    ReviewShare,
    RouterLink,
    SettingChanges,
    Skeleton,
    WellbeingSettingsForm,
  ],
  template: `
    <div class="page">
      <header>
        <a matButton class="back" routerLink="/settings"><app-icon name="back" />Settings</a>
        <h1 data-page>{{ place().name }}</h1>
      </header>
      @if (reading.hasValue()) {
        <app-review-share [settings]="reading.value()" (changed)="reading.set($event); again()" />
      }
      @if (questions.hasValue()) {
        <app-barc-rhythm [settings]="questions.value()" (changed)="questions.set($event); again()" />
      }
      @if (rest.hasValue()) {
        <app-wellbeing-settings-form [settings]="rest.value()" (changed)="rest.set($event); again()" />
      }
      @if (asked().error()) {
        <app-problem-panel [failure]="asked().error()" (again)="asked().reload()" />
      } @else if (asked().isLoading()) {
        <app-skeleton [rows]="3" />
      }
      <section class="card stack" aria-labelledby="changes-title">
        <h2 id="changes-title">Who changed it</h2>
        <app-setting-changes [area]="part()" [version]="saved()" />
      </section>
    </div>
  `,
  styles: `
    .back {
      margin-inline-start: -16px;
    }
  `,
})
export class OneSetting {
  /** From the address. */
  readonly part = input.required<Part>();

  protected readonly place = computed(() => placeOf(this.part()));
  /** Only the one of this page is asked for. */
  protected readonly reading = httpResource<ReviewSettings>(() => this.at('reading', '/api/review-settings'));
  protected readonly questions = httpResource<AssessmentSettings>(() =>
    this.at('questions', '/api/assessment-settings'),
  );
  protected readonly rest = httpResource<WellbeingSettings>(() => this.at('rest', '/api/wellbeing/settings'));
  protected readonly asked = computed(
    () => ({ reading: this.reading, questions: this.questions, rest: this.rest })[this.part()],
  );
  protected readonly saved = signal(0);

  protected again(): void {
    this.saved.update((count) => count + 1);
  }

  private at(part: Part, url: string): string | undefined {
    return this.part() === part ? url : undefined;
  }
}
