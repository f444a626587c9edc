import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { EducationEntry } from '../../api/certification-contract';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { newId } from '../look/new-id';
import { NumberField, numberOf } from '../look/number-field';
import { TakesFocus } from '../look/takes-focus';
import { exactDay } from '../look/time-words';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';
import { type ChosenDocument, DocumentField } from './document-field';

interface Typed {
  id: string;
  doneOn: string;
  title: string;
  provider: string;
  hours: string;
  document: ChosenDocument | null;
}

type Saved = Pick<EducationEntry, 'doneOn' | 'title' | 'provider' | 'version'> & {
  hours: number | null;
  document: ChosenDocument | null;
};

const EMPTY: Saved = { doneOn: '', title: '', provider: '', hours: null, document: null, version: 0 };

/** A course, a training, a conference: entered by the coach, and set right by them until it is confirmed. */
@Component({
  selector: 'app-education-form',
  imports: [
    BothVersions,
    DocumentField,
    FormField,
    KeyFor,
    MatButton,
    NumberField,
    ProblemSummary,
    TakesFocus,
    TextField,
  ],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="education-form-title"
    >
      <h3 id="education-form-title" tabindex="-1" appTakesFocus>
        {{ entry() ? 'Set it right' : 'Enter education' }}
      </h3>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="lines(edit.model())"
          [theirs]="theirLines(now)"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
      <app-text-field
        fieldId="education-day"
        label="Day"
        type="date"
        [formField]="fields.doneOn"
        [wrong]="wrong('doneOn')"
      />
      <app-text-field
        fieldId="education-name"
        label="What was it?"
        [formField]="fields.title"
        [wrong]="wrong('title')"
      />
      <app-text-field
        fieldId="education-provider"
        label="Who gave it?"
        [formField]="fields.provider"
        [wrong]="wrong('provider')"
      />
      <app-number-field
        fieldId="education-hours"
        label="Hours"
        hint="As in 1.5"
        [formField]="fields.hours"
        [wrong]="wrong('hours')"
      />
      <app-document-field
        fieldId="education-document"
        label="A paper about it, if there is one"
        [coachId]="coachId()"
        [wrong]="wrong('documentId')"
        [document]="edit.model().document"
        (documentChange)="attach($event)"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">
          {{ !entry() ? 'Enter it' : entry()!.state === 'sent back' ? 'Send it again' : 'Save it' }}
        </button>
        <button matButton type="button" appKey="Escape" [keyKeepsWords]="true" (click)="leave()">
          {{ entry() ? 'Leave it as it was' : 'Not now' }}
        </button>
      </div>
    </form>
  `,
})
export class EducationForm {
  readonly coachId = input.required<string>();
  /** The one that is set right; without it this is a new one. */
  readonly entry = input<EducationEntry | null>(null);
  readonly done = output<void>();
  readonly closed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly newId = newId();
  protected readonly edit = editing<Saved, Typed>({
    saved: () => this.entry() ?? EMPTY,
    typed: ({ doneOn, title, provider, hours, document }) => ({
      id: this.entry()?.educationId ?? this.newId,
      doneOn,
      title,
      provider,
      hours: hours === null ? '' : String(hours),
      document: document && { documentId: document.documentId, fileName: document.fileName },
    }),
    keptAs: () => `education ${this.coachId()} ${this.entry()?.educationId ?? 'new'}`,
    changed: () => this.done.emit(),
  });
  protected readonly fields = form(this.edit.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected lines({ doneOn, title, provider, hours, document }: Omit<Typed, 'id'>): string[] {
    return [
      title,
      provider,
      doneOn ? exactDay(doneOn, 'en') : 'No day',
      `${hours} hours`,
      document?.fileName ?? 'No paper',
    ];
  }

  protected theirLines(now: Saved): string[] {
    return this.lines({ ...now, hours: String(now.hours) });
  }

  protected attach(document: ChosenDocument | null): void {
    this.edit.model.update((typed) => ({ ...typed, document }));
    this.edit.keep();
  }

  protected async save(): Promise<void> {
    const { id, hours, document, ...words } = this.edit.model();
    const asked = { ...words, hours: numberOf(hours), documentId: document?.documentId ?? null };
    await this.edit.save(
      (version): Promise<Saved> =>
        this.entry()
          ? this.api.setEducation(id, version, asked)
          : this.api.enterEducation(this.coachId(), { educationId: id, ...asked }),
      this.entry() ? 'Set right. It waits to be confirmed.' : 'Entered. It waits to be confirmed.',
    );
  }

  protected leave(): void {
    if (this.entry()) this.edit.stands(this.entry()!);
    else this.closed.emit();
  }
}
