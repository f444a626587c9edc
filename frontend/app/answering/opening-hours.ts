import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings, OpeningHoursOfDay } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { BothVersions } from '../look/both-versions';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { AnsweringApi } from './answering-api';
import { hoursOf, pathInForm, weekdayNames, weekOf } from './weekdays';

/** When somebody is at work: concern is answered by closing time, and at night whoever is on call is told at once. */
@Component({
  selector: 'app-opening-hours',
  imports: [BothVersions, FormField, MatButton, ProblemSummary],
  templateUrl: './opening-hours.html',
  styleUrl: './opening-hours.scss',
})
export class OpeningHours {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly names = weekdayNames(pageLanguage());
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: ({ hours }: AnsweringSettings) => weekOf(hours),
    keptAs: () => 'opening-hours',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly typed = computed(() => hoursOf(this.edit.model()));

  protected wrong(index: number, field: 'opens' | 'closes'): string | null {
    return wrongWith(this.edit.problem(), pathInForm(this.edit.model(), index, field));
  }

  protected lines(hours: readonly OpeningHoursOfDay[]): string[] {
    const lines = hours.map(
      ({ weekday, opens, closes }) => `${this.names[weekday - 1]}: ${opens} to ${closes}`,
    );
    return lines.length > 0 ? lines : ['Closed all week'];
  }

  protected async save(): Promise<void> {
    const wanted = this.typed();
    await this.edit.save(
      (version) => this.api.setHours(version, wanted),
      'Saved: opening hours.',
      (version, { hours }) => this.api.setHours(version, hours),
    );
  }
}
