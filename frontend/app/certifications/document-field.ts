import { Component, inject, input, model, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { problemOf } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';

/** As many bytes as the server keeps: what is more is not sent at all. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A document that the server has. */
export interface ChosenDocument {
  documentId: string;
  fileName: string;
}

/** A scan or a photo, sent as soon as it is chosen; what is wrong with it is said at once. */
@Component({
  selector: 'app-document-field',
  imports: [MatButton],
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <input
        [id]="fieldId()"
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        [attr.aria-invalid]="!!(refused() || wrong())"
        [attr.aria-describedby]="fieldId() + '-hint ' + fieldId() + '-wrong'"
        (change)="choose($any($event.target).files?.[0])"
      />
      @if (share() !== null) {
        <progress max="1" [value]="share()" [attr.aria-label]="'Sending ' + name()"></progress>
      }
      <p class="hint" [id]="fieldId() + '-hint'" aria-live="polite">
        @if (share() !== null) {
          Sending {{ name() }} …
        } @else if (document(); as document) {
          {{ document.fileName }} is here.
        } @else {
          PDF, PNG or JPEG, at most 10 MB.
        }
      </p>
      <p class="wrong" [id]="fieldId() + '-wrong'">{{ refused() || wrong() }}</p>
      @if (unsent()) {
        <div>
          <button matButton="outlined" type="button" (click)="choose(unsent()!)">Send the file again</button>
        </div>
      } @else if (document()) {
        <div>
          <button matButton type="button" (click)="document.set(null)">Take it off</button>
        </div>
      }
    </div>
  `,
  styles: `
    .wrong:empty {
      display: none !important;
    }
    input {
      max-width: 100%;
      padding-block: 10px;
    }
    input::file-selector-button {
      margin-inline-end: 12px;
      padding: 6px 16px;
      border: 0;
      border-radius: 999px;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    progress {
      width: 100%;
      accent-color: var(--mat-sys-primary);
    }
    button {
      margin-inline-start: -12px;
    }
  `,
})
export class DocumentField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly coachId = input.required<string>();
  readonly wrong = input<string | null>(null);
  readonly document = model<ChosenDocument | null>(null);

  private readonly api = inject(CertificationsApi);
  protected readonly name = signal('');
  /** How much of it the server has, 0 to 1; null when nothing is on its way. */
  protected readonly share = signal<number | null>(null);
  protected readonly refused = signal('');
  /** One that did not get through, and may the next time. */
  protected readonly unsent = signal<File | null>(null);

  protected async choose(file: File | undefined): Promise<void> {
    if (!file) return;
    this.document.set(null);
    this.refused.set('');
    this.unsent.set(null);
    this.name.set(file.name);
    if (file.size > MOST_BYTES) {
      const megabytes = Math.ceil(file.size / 1024 / 1024);
      return this.refused.set(
        `${file.name} has ${megabytes} MB; at most 10 MB are kept. Scan it with fewer dots, or take a photo of it.`,
      );
    }
    this.share.set(0);
    try {
      const sent = await this.api.send(this.coachId(), file, (share) => this.share.set(share));
      this.document.set({ documentId: sent.documentId, fileName: sent.fileName });
    } catch (failure) {
      const { status, detail } = problemOf(failure);
      this.refused.set(detail);
      if (status === 0 || status >= 500) this.unsent.set(file);
    } finally {
      this.share.set(null);
    }
  }
}
