import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../api/problem';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { CertificationsApi } from './certifications-api';
import { DocumentField } from './document-field';

/** A certificate as it is on paper. A coach sends it as a renewal; whoever keeps certifications enters it. */
@Component({
  selector: 'app-certificate-form',
  imports: [DocumentField, FormField, MatButton, ProblemSummary, TextField],
  template: `
    <form class="card stack" (submit)="save($event)" novalidate>
      <h3>{{ isOwn() ? 'Send a renewal' : 'Enter a certification' }}</h3>
      @if (isOwn()) {
        <p class="quiet">As it stands on the certificate. Your supervisor or an administrator confirms it.</p>
      }
      <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
      <app-text-field
        fieldId="certificate-kind"
        label="Kind"
        hint="As in CPRS or NCPRSS"
        [formField]="fields.kind"
        [wrong]="wrong('kind')"
      />
      <app-text-field
        fieldId="certificate-issuer"
        label="Issued by"
        [formField]="fields.issuer"
        [wrong]="wrong('issuer')"
      />
      <app-text-field
        fieldId="certificate-number"
        label="Number"
        [isPlain]="true"
        [formField]="fields.number"
        [wrong]="wrong('number')"
      />
      <div class="row">
        <app-text-field
          fieldId="certificate-first"
          label="First day"
          type="date"
          [formField]="fields.firstOn"
          [wrong]="wrong('firstOn')"
        />
        <app-text-field
          fieldId="certificate-last"
          label="Last day"
          type="date"
          [formField]="fields.lastOn"
          [wrong]="wrong('lastOn')"
        />
      </div>
      <app-document-field
        fieldId="certificate-document"
        [label]="isOwn() ? 'The certificate' : 'The certificate, if you have it'"
        [coachId]="coachId()"
        [wrong]="wrong('documentId')"
        [(documentId)]="documentId"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">
          {{ isOwn() ? 'Send it' : 'Enter it' }}
        </button>
        <button matButton type="button" (click)="closed.emit()">Not now</button>
      </div>
    </form>
  `,
})
export class CertificateForm {
  readonly coachId = input.required<string>();
  readonly isOwn = input.required<boolean>();
  readonly done = output<void>();
  readonly closed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  private readonly empty = () => ({ id: newId(), kind: '', issuer: '', number: '', firstOn: '', lastOn: '' });
  private readonly typed = signal(this.empty());
  protected readonly fields = form(this.typed);
  protected readonly documentId = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  private readonly keptAs = computed(() => `certificate ${this.coachId()}`);
  private isBroughtBack = false;

  constructor() {
    effect(() => {
      const typed = this.typed();
      if (this.isBroughtBack) return this.kept.keep(this.keptAs(), typed);
      this.isBroughtBack = true;
      const before = this.kept.of<ReturnType<typeof this.empty>>(this.keptAs());
      if (before) this.typed.set(before);
    });
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, ...words } = this.typed();
    const documentId = this.documentId();
    if (this.isOwn() && !documentId) return this.problem.set(missing());
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      if (this.isOwn()) await this.api.sendRenewal(this.coachId(), { renewalId: id, ...words, documentId });
      else await this.api.enter(this.coachId(), { certificationId: id, ...words, documentId });
      this.typed.set(this.empty());
      this.kept.keep(this.keptAs(), null);
      void this.notices.say(this.isOwn() ? 'Sent. It counts once it is confirmed.' : 'Entered.');
      this.done.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}

function missing(): Problem {
  const detail = 'A photo or a scan of the certificate goes with it.';
  const fields = [{ path: 'documentId', code: 'missing', detail }];
  return { title: 'Something is missing.', status: 422, code: 'input-invalid', detail, fields };
}
