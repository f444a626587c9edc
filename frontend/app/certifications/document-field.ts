import { Component, inject, input, model, signal } from '@angular/core';
import { problemOf } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';

/** A scan or a photo, sent as soon as it is chosen; what is wrong with it is said at once. */
@Component({
  selector: 'app-document-field',
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <input
        [id]="fieldId()"
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        [attr.aria-invalid]="!!(refused() || wrong())"
        [attr.aria-describedby]="fieldId() + '-hint ' + fieldId() + '-wrong'"
        (change)="send($any($event.target).files)"
      />
      <p class="hint" [id]="fieldId() + '-hint'" aria-live="polite">
        @if (isSending()) {
          Sending {{ name() }} …
        } @else if (documentId()) {
          {{ name() }} is here.
        } @else {
          PDF, PNG or JPEG, at most 10 MB.
        }
      </p>
      <p class="wrong" [id]="fieldId() + '-wrong'">{{ refused() || wrong() }}</p>
    </div>
  `,
  styles: `
    .wrong:empty {
      display: none !important;
    }
    input {
      max-width: 100%;
      padding-block: 12px;
    }
  `,
})
export class DocumentField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly coachId = input.required<string>();
  readonly wrong = input<string | null>(null);
  readonly documentId = model<string | null>(null);

  private readonly api = inject(CertificationsApi);
  protected readonly name = signal('');
  protected readonly isSending = signal(false);
  protected readonly refused = signal('');

  protected async send(files: FileList | null): Promise<void> {
    const file = files?.[0];
    this.documentId.set(null);
    this.refused.set('');
    if (!file) return;
    this.name.set(file.name);
    this.isSending.set(true);
    try {
      this.documentId.set((await this.api.send(this.coachId(), file)).documentId);
    } catch (failure) {
      this.refused.set(problemOf(failure).detail);
    } finally {
      this.isSending.set(false);
    }
  }
}
