import { Component, input, linkedSignal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Problem } from '../../api/problem';
import { type LogForm, saidPromises } from '../contacts/log-form';
import { Icon } from '../look/icon';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { DueChoice } from './due-choice';

/** What the coach says they will do, in the log form: as many as were said. */
@Component({
  selector: 'app-promise-fields',
  imports: [DueChoice, FormField, Icon, MatButton, SuggestsWords],
  template: `
    @let promises = fields().promises;
    <details [open]="isOpen()" (toggle)="opened($any($event.target).open)">
      <summary>A promise</summary>
      <div class="inside">
        @for (promise of promises; track promise.promiseId().value(); let place = $index) {
          <div class="promise">
            <div class="field">
              <label [for]="'promise-' + place">What will you do?</label>
              <textarea
                appSuggestsWords
                rows="2"
                [id]="'promise-' + place"
                [formField]="promise.words"
                [attr.aria-invalid]="!!wrong(place, 'words')"
                [attr.aria-describedby]="'promise-wrong-' + place"
              ></textarea>
              <p class="wrong" [id]="'promise-wrong-' + place">{{ wrong(place, 'words') }}</p>
            </div>
            <app-due-choice [day]="promise.dueOn" [wrong]="wrong(place, 'dueOn')" />
            @if (promises.length > 1) {
              <button matButton type="button" (click)="drop(place)">
                <app-icon name="close" />Leave this one out
              </button>
            }
          </div>
        }
        <button matButton="outlined" type="button" (click)="add()">
          <app-icon name="plus" />Another promise
        </button>
      </div>
    </details>
  `,
  styleUrl: '../contacts/form-sections.scss',
  styles: `
    .promise {
      display: grid;
      gap: 16px;
    }
    .promise + .promise {
      padding-top: 20px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    button {
      justify-self: start;
    }
  `,
})
export class PromiseFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly problem = input<Problem | null>(null);
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => saidPromises(this.fields()().value()).length > 0,
    computation: (isSaid, before) => isSaid || !!before?.value,
  });

  /** Opened, it has one to fill in. */
  protected opened(isOpen: boolean): void {
    if (isOpen && this.fields().promises().value().length === 0) this.add();
  }

  protected add(): void {
    this.fields()
      .promises()
      .value.update((before) => [...before, { promiseId: uuidv7(), words: '', dueOn: '' }]);
  }

  protected drop(place: number): void {
    this.fields()
      .promises()
      .value.update((before) => before.filter((_, index) => index !== place));
  }

  /** Only what was said is sent, so the place that a problem names counts those. */
  protected wrong(place: number, field: string): string | null {
    const all = this.fields()().value();
    const sentAs = saidPromises(all).indexOf(all.promises[place]!);
    return sentAs < 0 ? null : wrongWith(this.problem(), `promises.${sentAs}.${field}`);
  }
}
