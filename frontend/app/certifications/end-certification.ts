import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Certification } from '../../api/certification-contract';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { TakesFocus } from '../look/takes-focus';
import { exactDay } from '../look/time-words';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { spanWords } from './certification-words';
import { CertificationsApi } from './certifications-api';

interface Typed {
  lastOn: string;
  why: string;
}

/** A certification that no longer holds: its last day, and why. The days before stay certified. */
@Component({
  selector: 'app-end-certification',
  imports: [BothVersions, FormField, KeyFor, MatButton, ProblemSummary, TakesFocus, TextField],
  template: `
    <form
      class="stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="end-title"
    >
      <p id="end-title" tabindex="-1" appTakesFocus><b>End it before its last day</b></p>
      <p class="quiet small">
        Days through the one you choose stay certified. From the next day on contacts need another.
      </p>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="mine()"
          [theirs]="[now.kind + ' ' + now.number, spanOf(now), now.ended?.why ?? 'Not ended']"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
      <app-text-field
        fieldId="end-day"
        label="The last day on which it held"
        type="date"
        [formField]="fields.lastOn"
        [wrong]="wrong('lastOn')"
      />
      <app-text-field
        fieldId="end-why"
        label="Why does it end?"
        hint="The coach reads it."
        [formField]="fields.why"
        [wrong]="wrong('why')"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">End it</button>
        <button matButton type="button" appKey="Escape" [keyKeepsWords]="true" (click)="closed.emit()">
          Not now
        </button>
      </div>
    </form>
  `,
})
export class EndCertification {
  readonly certification = input.required<Certification>();
  /** As it now is, for undoing. */
  readonly done = output<Certification>();
  readonly closed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly session = inject(Session);
  protected readonly edit = editing<Certification, Typed>({
    saved: () => this.certification(),
    typed: () => ({ lastOn: this.session.today(), why: '' }),
    keptAs: () => `end ${this.certification().certificationId}`,
    changed: (now) => this.done.emit(now),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly spanOf = spanWords;

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected mine(): string[] {
    const { lastOn, why } = this.edit.model();
    return [lastOn ? `Ends on ${exactDay(lastOn, 'en')}` : 'No day', why];
  }

  protected async save(): Promise<void> {
    const { certificationId } = this.certification();
    await this.edit.save(
      (version) => this.api.end(certificationId, version, this.edit.model()),
      'Ended. The days before stay certified.',
    );
  }
}
