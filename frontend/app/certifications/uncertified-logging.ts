import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { UncertifiedLogging as Setting } from '../../api/contract';
import { formOver } from '../answering/form-over';
import { saving } from '../answering/saving';
import { onVersion } from '../contacts/contacts-api';
import { ProblemSummary } from '../problems/problem-summary';

const CHOICES: { is: Setting['uncertifiedLogging']; label: string; hint: string }[] = [
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

/** What becomes of a contact of somebody without a certification on its day. In effect at once. */
@Component({
  selector: 'app-uncertified-logging',
  imports: [MatButton, ProblemSummary],
  template: `
    @if (setting.hasValue()) {
      <form class="card stack" (submit)="save($event)" novalidate>
        <app-problem-summary [problem]="saver.problem()" kept="What you chose is still here." />
        <fieldset class="stack">
          <legend><h2>A contact without a certification on its day</h2></legend>
          @for (choice of choices; track choice.is) {
            <label class="choice">
              <input
                type="radio"
                name="uncertified"
                [value]="choice.is"
                [checked]="chosen() === choice.is"
                (change)="chosen.set(choice.is)"
              />
              <span>
                <b>{{ choice.label }}</b>
                @if (choice.is === setting.value().uncertifiedLogging) {
                  <span class="quiet"> · as it is now</span>
                }
                <br /><span class="quiet small">{{ choice.hint }}</span>
              </span>
            </label>
          }
        </fieldset>
        <p class="quiet small">It holds at once, for what is logged from then on.</p>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="saver.isSaving()">
            Save what becomes of it
          </button>
        </div>
      </form>
    }
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
export class UncertifiedLogging {
  private readonly http = inject(HttpClient);
  protected readonly setting = httpResource<Setting>(() => '/api/uncertified-logging');
  protected readonly choices = CHOICES;
  private readonly saved = computed(() => this.setting.value()?.uncertifiedLogging ?? 'refuse');
  protected readonly chosen = formOver<Setting['uncertifiedLogging']>(this.saved);
  protected readonly saver = saving<Setting>((setting) => this.setting.set(setting));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const put = this.http.put<Setting>(
      '/api/uncertified-logging',
      { uncertifiedLogging: this.chosen() },
      onVersion(this.setting.value()?.version ?? 0),
    );
    await this.saver.save(
      () => firstValueFrom(put),
      'Saved: what becomes of contacts without a certification.',
    );
  }
}
