import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { Choices } from '../look/choices';
import { Notices } from '../look/notices';
import { addDays } from '../look/time-words';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { PAUSE_CHOICES } from './window-words';
import { WindowsApi } from './windows-api';

/** Somebody is in jail, hospital or residential treatment, or wants to be left in peace for a while. */
@Component({
  selector: 'app-begin-pause-form',
  imports: [Choices, FormField, KeyFor, MatButton, TextField],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-choices
        legend="Where are they?"
        [mayLetGo]="false"
        [choices]="choices"
        [formField]="fields.reason"
      />
      @if (fields.reason().value()) {
        <div class="pair">
          <app-text-field
            type="date"
            [fieldId]="id + '-from'"
            label="Since"
            [wrong]="wrong('fromOn')"
            [formField]="fields.fromOn"
          />
          <app-text-field
            type="date"
            [fieldId]="id + '-until'"
            [label]="isWish() ? 'In peace through' : 'Expected out on'"
            [wrong]="wrong('throughOn')"
            [formField]="fields.untilOn"
          />
        </div>
        <p class="quiet small">
          @if (isWish()) {
            Nothing is due until then. An urgent risk note or a new window still comes first.
          } @else {
            Nothing is due while they are away. The day they come out, the first weeks begin by themselves,
            also if nobody is there to say so. The day can be changed at any time.
          }
        </p>
      }
      <p class="field">
        <span class="wrong" role="alert">{{ trouble() }}</span>
      </p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving() || !fields.reason().value()">
          Save
        </button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: '../participants/record-forms.scss',
})
export class BeginPauseForm {
  readonly participantId = input.required<string>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  protected readonly id = uuidv7();
  protected readonly choices = PAUSE_CHOICES;
  protected readonly fields = form(signal({ reason: '', fromOn: inject(Session).today(), untilOn: '' }));
  protected readonly isWish = computed(() => this.fields.reason().value() === 'wish');
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly trouble = computed(() => {
    const problem = this.problem();
    return problem && !problem.fields?.length ? problem.detail : '';
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { reason, fromOn, untilOn } = this.fields().value();
    if (!untilOn) {
      const detail = this.isWish() ? 'Through which day?' : 'When are they expected out? A guess will do.';
      const fields = [{ path: 'throughOn', code: 'missing', detail }];
      return this.problem.set({ title: '', status: 422, code: 'input-invalid', detail, fields });
    }
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const throughOn = this.isWish() ? untilOn : addDays(untilOn, -1);
      const days = fromOn ? { fromOn, throughOn } : { throughOn };
      const pause = await this.api.begin(this.participantId(), { pauseId: this.id, reason, ...days });
      this.done.emit();
      const undo = () =>
        void this.api.undoPause(pause).catch((failure) => this.notices.say(problemOf(failure).detail));
      void this.notices.say('Noted. Nothing is due until then.', { label: 'Undo', undo });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
