import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { LoadSettings } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { BothVersions } from '../look/both-versions';
import { NumberField } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { differing, loadOf, type LoadTyped, typedLoad, WEIGHTS } from './load-typed';

/** Weights, capacity and ceiling in one form. */
@Component({
  selector: 'app-load-settings-form',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  templateUrl: './load-settings-form.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: 16px;
      align-items: end;
    }
  `,
})
export class LoadSettingsForm {
  readonly settings = input.required<LoadSettings>();
  readonly changed = output<LoadSettings>();

  private readonly http = inject(HttpClient);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: typedLoad,
    keptAs: () => 'load-settings',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly weights = WEIGHTS;
  protected readonly differing = differing;
  protected readonly typedLoad = typedLoad;

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected async save(): Promise<void> {
    const wanted = this.edit.model();
    await this.edit.save(
      (version) => this.put(version, wanted),
      'Saved. Every load counts by it from now on.',
      (version, before) => this.put(version, typedLoad(before)),
    );
  }

  private put(version: number, typed: LoadTyped): Promise<LoadSettings> {
    return firstValueFrom(
      this.http.put<LoadSettings>('/api/load-settings', loadOf(typed), onVersion(version)),
    );
  }
}
