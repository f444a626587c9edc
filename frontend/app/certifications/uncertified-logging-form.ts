import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { UncertifiedLogging as Setting } from '../../api/certification-contract';
import { onVersion } from '../contacts/contacts-api';
import { BothVersions } from '../look/both-versions';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';

type Choice = Setting['uncertifiedLogging'];

const CHOICES: { is: Choice; label: string; hint: string }[] = [
  {
    is: 'refuse',
    label: 'Refuse it',
    hint: 'The coach is told why. What they typed stays in their drafts, and a risk note on it is raised.',
  },
  {
    is: 'hold',
    label: 'Hold it for the supervisor',
    hint: 'It counts for who is in touch, and for no report until the supervisor releases it.',
  },
];

/** A contact without a certification on its day is refused or held: chosen by an administrator, in effect at once. */
@Component({
  selector: 'app-uncertified-logging-form',
  imports: [BothVersions, MatButton, ProblemSummary],
  template: `
    <form class="card stack" (submit)="$event.preventDefault(); save()" novalidate>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="[labelOf(edit.model().choice)]"
          [theirs]="[labelOf(now.uncertifiedLogging)]"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you chose is still here." />
      <fieldset class="stack">
        <legend><h2>A contact without a certification on its day</h2></legend>
        @for (choice of choices; track choice.is) {
          <label class="choice">
            <input
              type="radio"
              name="uncertified"
              [value]="choice.is"
              [checked]="edit.model().choice === choice.is"
              (change)="choose(choice.is)"
            />
            <span>
              <b>{{ choice.label }}</b>
              @if (choice.is === setting().uncertifiedLogging) {
                <span class="quiet"> · as it is now</span>
              }
              <br /><span class="quiet small">{{ choice.hint }}</span>
            </span>
          </label>
        }
      </fieldset>
      <p class="quiet small">It holds at once, for what is logged from then on.</p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save what becomes of it</button>
      </div>
    </form>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    legend {
      padding: 0;
      margin-block-end: 12px;
    }
    .choice {
      display: flex;
      gap: 12px;
      align-items: start;
      min-height: 48px;
    }
    input {
      width: 20px;
      height: 20px;
      margin-block-start: 2px;
      flex: none;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class UncertifiedLoggingForm {
  readonly setting = input.required<Setting>();
  readonly changed = output<Setting>();

  private readonly http = inject(HttpClient);
  protected readonly choices = CHOICES;
  protected readonly edit = editing<Setting, { choice: Choice }>({
    saved: () => this.setting(),
    typed: ({ uncertifiedLogging }) => ({ choice: uncertifiedLogging }),
    keptAs: () => 'uncertified logging',
    changed: (setting) => this.changed.emit(setting),
  });

  protected choose(choice: Choice): void {
    this.edit.model.set({ choice });
    this.edit.keep();
  }

  protected labelOf(choice: Choice): string {
    return CHOICES.find(({ is }) => is === choice)?.label ?? '';
  }

  protected async save(): Promise<void> {
    const asked = { uncertifiedLogging: this.edit.model().choice };
    await this.edit.save(
      (version) =>
        firstValueFrom(this.http.put<Setting>('/api/uncertified-logging', asked, onVersion(version))),
      'Saved: what becomes of contacts without a certification.',
    );
  }
}
