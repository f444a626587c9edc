import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings, Holiday } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { shortDay } from '../look/time-words';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { AnsweringApi } from './answering-api';
import { saving } from './saving';

/** Days on which nobody is at work, though the weekday says so. */
@Component({
  selector: 'app-holidays',
  imports: [FormField, Icon, MatButton, ProblemSummary, TextField],
  templateUrl: './holidays.html',
  styleUrl: './holidays.scss',
})
export class Holidays {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly saver = saving((settings) => this.changed.emit(settings));
  private readonly today = inject(Session).today();
  private readonly model = signal<Holiday>({ dayOn: '', name: '' });
  protected readonly fields = form(this.model);
  private readonly year = Number(this.today.slice(0, 4));
  protected readonly years = [this.year, this.year + 1];
  protected readonly coming = computed(() =>
    this.settings().holidays.filter(({ dayOn }) => dayOn >= this.today),
  );

  protected day(dayOn: string): string {
    const words = shortDay(dayOn, pageLanguage());
    return dayOn.startsWith(String(this.year)) ? words : `${words}, ${dayOn.slice(0, 4)}`;
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.saver.problem(), path);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const { dayOn, name } = this.model();
    const send = () => this.api.addHoliday(this.settings().version, { dayOn, name: name.trim() });
    if (await this.saver.save(send, `Added: ${name.trim()}.`)) this.model.set({ dayOn: '', name: '' });
  }

  protected async addFederal(year: number): Promise<void> {
    await this.saver.save(
      () => this.api.addFederalHolidays(this.settings().version, year),
      `Added: the federal holidays of ${year}.`,
    );
  }

  protected async remove({ dayOn, name }: Holiday): Promise<void> {
    const send = () => this.api.removeHoliday(this.settings().version, dayOn);
    await this.saver.save(send, `Removed: ${name}.`);
  }
}
