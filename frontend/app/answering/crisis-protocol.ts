import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { AnsweringApi } from './answering-api';

type Crisis = Pick<AnsweringSettings, 'phone' | 'crisisProtocol'>;

/** What staff do first when somebody has thoughts of suicide, and the number that answers when no coach does. */
@Component({
  selector: 'app-crisis-protocol',
  imports: [BothVersions, FormField, MatButton, ProblemSummary, SuggestsWords, TextField],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="crisis-title"
    >
      <h2 id="crisis-title">Crisis protocol</h2>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="lines(edit.model())"
          [theirs]="lines(now)"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
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
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save the protocol</button>
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
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: ({ phone, crisisProtocol }: AnsweringSettings): Crisis => ({ phone, crisisProtocol }),
    keptAs: () => 'crisis-protocol',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected lines({ phone, crisisProtocol }: Crisis): string[] {
    return [phone, ...crisisProtocol.split('\n').filter(Boolean)];
  }

  protected async save(): Promise<void> {
    const crisis = this.edit.model();
    await this.edit.save(
      (version) => this.api.setCrisis(version, crisis),
      'Saved: crisis protocol.',
      (version, { phone, crisisProtocol }) => this.api.setCrisis(version, { phone, crisisProtocol }),
    );
  }
}
