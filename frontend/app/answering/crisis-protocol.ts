import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { AnsweringApi } from './answering-api';
import { formOver } from './form-over';
import { saving } from './saving';

/** What staff do first when somebody has thoughts of suicide, and the number that answers when no coach does. */
@Component({
  selector: 'app-crisis-protocol',
  imports: [FormField, MatButton, ProblemSummary, SuggestsWords, TextField],
  template: `
    <form class="card stack" (submit)="save($event)" novalidate aria-labelledby="crisis-title">
      <h2 id="crisis-title">Crisis protocol</h2>
      <app-problem-summary [problem]="saver.problem()" kept="What you typed is still here." />
      <app-text-field
        fieldId="crisis-phone"
        label="Phone that answers when no coach does"
        type="tel"
        hint="Participants see it on every page, beside 988."
        [formField]="fields.phone"
        [wrong]="wrong('phone')"
      />
      <div class="field">
        <label for="crisis-protocol">What we do here</label>
        <textarea
          appSuggestsWords
          id="crisis-protocol"
          rows="4"
          [formField]="fields.crisisProtocol"
          [attr.aria-invalid]="!!wrong('crisisProtocol')"
          aria-describedby="crisis-hint crisis-wrong"
        ></textarea>
        <p class="hint" id="crisis-hint">
          Staff read it with 988, before anything else, when somebody has thoughts of suicide.
        </p>
        <p class="wrong" id="crisis-wrong">{{ wrong('crisisProtocol') }}</p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="saver.isSaving()">Save the protocol</button>
      </div>
    </form>
  `,
  styles: `
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class CrisisProtocol {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly saver = saving((settings) => this.changed.emit(settings));
  private readonly model = formOver(() => {
    const { phone, crisisProtocol } = this.settings();
    return { phone, crisisProtocol };
  });
  protected readonly fields = form(this.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.saver.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const crisis = this.model();
    await this.saver.save(
      () => this.api.setCrisis(this.settings().version, crisis),
      'Saved: crisis protocol.',
    );
  }
}
