import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { OrganizationDetails, OrganizationSettings } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberTyped } from '../look/number-field';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { SettingsApi } from './settings-api';
import { zoneWords, zonesWith } from './time-zones';

/** Name, neutral name, time zone and how long somebody may be paused. */
@Component({
  selector: 'app-organization-form',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary, TextField],
  templateUrl: './organization-form.html',
  styles: `
    .wrong:empty {
      display: none !important;
    }
    .held {
      padding: 12px 16px;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container);
    }
  `,
})
export class OrganizationForm {
  readonly settings = input.required<OrganizationSettings>();
  readonly changed = output<OrganizationSettings>();

  private readonly api = inject(SettingsApi);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: ({ name, neutralName, timeZone, mostPausedDays }: OrganizationSettings) => ({
      name,
      neutralName,
      timeZone,
      mostPausedDays: String(mostPausedDays),
    }),
    keptAs: () => 'organization-settings',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly zones = computed(() => zonesWith(this.settings().timeZone));
  protected readonly zoneWords = zoneWords;
  protected readonly mine = computed((): OrganizationDetails => {
    const { mostPausedDays, ...words } = this.edit.model();
    // what is no number goes as it is, for the server to say what is wrong with it
    return { ...words, mostPausedDays: numberTyped(mostPausedDays) as number };
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected lines({ name, neutralName, timeZone, mostPausedDays }: OrganizationDetails): string[] {
    return [
      name,
      neutralName.trim() ? `Neutral name: ${neutralName}` : 'No neutral name',
      zoneWords(timeZone),
      `Paused for ${mostPausedDays} days at most`,
    ];
  }

  protected async save(): Promise<void> {
    const details = this.mine();
    await this.edit.save(
      (version) => this.api.set(version, details),
      'Saved. It holds from now on.',
      (version, { name, neutralName, timeZone, mostPausedDays }) =>
        this.api.set(version, { name, neutralName, timeZone, mostPausedDays }),
    );
  }
}
