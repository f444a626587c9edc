import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Certification, Renewal } from '../../api/certification-contract';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { newId } from '../look/new-id';
import { TakesFocus } from '../look/takes-focus';
import { addDays } from '../look/time-words';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';
import { besideOthers, spanWords } from './certification-words';
import { type ChosenDocument, DocumentField } from './document-field';

/** What stands on a certificate. */
export type Certificate = Pick<
  Certification,
  'kind' | 'issuer' | 'number' | 'firstOn' | 'lastOn' | 'version'
> & {
  document: ChosenDocument | null;
};

type Typed = Omit<Certificate, 'version'> & { id: string };

/** A certificate as it is on paper: entered or set right by whoever keeps certifications, sent as a renewal by a coach. */
@Component({
  selector: 'app-certificate-form',
  imports: [BothVersions, DocumentField, FormField, KeyFor, MatButton, ProblemSummary, TakesFocus, TextField],
  templateUrl: './certificate-form.html',
})
export class CertificateForm {
  readonly coachId = input.required<string>();
  readonly isOwn = input.required<boolean>();
  /** The one that is set right; without it this is a new one. */
  readonly certification = input<Certification | null>(null);
  /** A renewal that came back: a new one begins as it was. */
  readonly again = input<Renewal | null>(null);
  /** All of theirs, the one that ends last first: a new one follows it. */
  readonly others = input<readonly Certification[]>([]);
  readonly done = output<void>();
  readonly closed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly newId = newId();
  protected readonly edit = editing<Certificate, Typed>({
    saved: () => this.certification() ?? this.fresh(),
    typed: ({ kind, issuer, number, firstOn, lastOn, document }) => ({
      id: this.certification()?.certificationId ?? this.newId,
      kind,
      issuer,
      number,
      firstOn,
      lastOn,
      document: document && { documentId: document.documentId, fileName: document.fileName },
    }),
    keptAs: () =>
      `certificate ${this.coachId()} ${this.certification()?.certificationId ?? this.again()?.renewalId ?? 'new'}`,
    changed: () => this.done.emit(),
  });
  protected readonly fields = form(this.edit.model);
  private readonly lacksDocument = signal(false);
  protected readonly title = computed(() =>
    this.isOwn() ? 'Send a renewal' : this.certification() ? 'Set it right' : 'Enter a certification',
  );
  protected readonly beside = computed(() =>
    besideOthers(
      this.edit.model(),
      this.others().filter(({ certificationId }) => certificationId !== this.edit.model().id),
    ),
  );

  private fresh(): Certificate {
    const again = this.again();
    if (again) return { ...again, version: 0 };
    const last = this.others()[0];
    return {
      kind: last?.kind ?? '',
      issuer: last?.issuer ?? '',
      number: '',
      firstOn: last ? addDays(last.lastOn, 1) : '',
      lastOn: '',
      document: null,
      version: 0,
    };
  }

  protected wrong(path: string): string | null {
    if (path === 'documentId' && this.lacksDocument() && !this.edit.model().document)
      return 'A photo or a scan of the certificate goes with it.';
    return wrongWith(this.edit.problem(), path);
  }

  protected lines({ kind, issuer, number, firstOn, lastOn, document }: Omit<Typed, 'id'>): string[] {
    return [
      `${kind} ${number}`,
      issuer,
      firstOn && lastOn ? spanWords({ firstOn, lastOn }) : 'No days',
      document?.fileName ?? 'No document',
    ];
  }

  protected attach(document: ChosenDocument | null): void {
    this.edit.model.update((typed) => ({ ...typed, document }));
    this.edit.keep();
  }

  protected async save(): Promise<void> {
    const { id, document, ...words } = this.edit.model();
    this.lacksDocument.set(this.isOwn() && !document);
    if (this.lacksDocument()) return;
    const asked = { ...words, documentId: document?.documentId ?? null };
    await this.edit.save(
      (version): Promise<Certificate> => {
        if (this.isOwn()) return this.api.sendRenewal(this.coachId(), { renewalId: id, ...asked });
        if (this.certification()) return this.api.setRight(id, version, asked);
        return this.api.enter(this.coachId(), { certificationId: id, ...asked });
      },
      this.isOwn()
        ? 'Sent. It counts once it is confirmed.'
        : this.certification()
          ? 'Set right.'
          : 'Entered.',
    );
  }

  protected leave(): void {
    if (this.certification()) this.edit.stands(this.certification()!);
    else this.closed.emit();
  }
}
