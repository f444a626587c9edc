import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { AnsweringApi } from './answering-api';
import { formOver } from './form-over';
import { saving } from './saving';
import { hoursOf, pathInForm, weekdayNames, weekOf } from './weekdays';

/** When somebody is at work: concern is answered by closing time, and at night whoever is on call is told at once. */
@Component({
  selector: 'app-opening-hours',
  imports: [FormField, MatButton, ProblemSummary],
  templateUrl: './opening-hours.html',
  styleUrl: './opening-hours.scss',
})
export class OpeningHours {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly saver = saving((settings) => this.changed.emit(settings));
  protected readonly names = weekdayNames(pageLanguage());
  protected readonly week = formOver(() => weekOf(this.settings().hours));
  protected readonly fields = form(this.week);

  protected wrong(index: number, field: 'opens' | 'closes'): string | null {
    return wrongWith(this.saver.problem(), pathInForm(this.week(), index, field));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const hours = hoursOf(this.week());
    await this.saver.save(() => this.api.setHours(this.settings().version, hours), 'Saved: opening hours.');
  }
}
