import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayOf, dayWords, timeOf } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SessionsApi } from './sessions-api';
import { namesOf } from './session-words';

/** Who has signed and who has yet to; one's own signature, and the way back while the other side has not signed. */
@Component({
  selector: 'app-signing-part',
  imports: [Icon, MatButton],
  template: `
    <h2>Signatures</h2>
    @if (signed().length) {
      <ul>
        @for (one of signed(); track one.name) {
          <li><app-icon name="check" />{{ one.name }}, {{ one.when }}</li>
        }
      </ul>
    }
    @if (session().waitsFor.length) {
      <p class="quiet">{{ waits() }} {{ session().waitsFor.length > 1 ? 'have' : 'has' }} yet to sign.</p>
    }
    @if (session().state === 'signing') {
      <p class="quiet small">Since it is signed, the text is shut.</p>
    }
    <p class="wrong" role="alert">{{ wrong() }}</p>
    <div class="row not-printed">
      @if (session().maySign) {
        <button matButton="filled" type="button" [disabled]="isSaving()" (click)="sign()">
          <app-icon name="pen" />Sign
        </button>
      }
      @if (session().mayTakeBackSignature) {
        <button matButton="outlined" type="button" [disabled]="isSaving()" (click)="takeBack()">
          Take my signature back
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    li app-icon {
      inline-size: 1.2em;
      color: var(--mat-sys-primary);
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty,
    .row:empty {
      display: none;
    }
  `,
})
export class SigningPart {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  private readonly me = inject(Session);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly waits = computed(() => namesOf(this.session().waitsFor));
  protected readonly signed = computed(() =>
    this.session().signatures.map(({ account, signedAt }) => {
      const [zone, language] = [this.me.timeZone(), pageLanguage()];
      const day = dayWords(dayOf(signedAt, zone), this.me.today(), language);
      return { name: account.name, when: `${day}, ${timeOf(signedAt, zone, language)}` };
    }),
  );

  protected sign(): void {
    void this.sent(() => this.api.sign(this.session()));
  }

  protected takeBack(): void {
    void this.sent(() => this.api.takeSignatureBack(this.session()));
  }

  private async sent(send: () => Promise<SupervisionSession>): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      this.changed.emit(await send());
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412;
      this.wrong.set(
        isStale
          ? 'The text changed while you were reading. It is shown as it now is: read it once more, then sign.'
          : problem.detail,
      );
      if (isStale) this.changed.emit(problem.current as SupervisionSession);
    } finally {
      this.isSaving.set(false);
    }
  }
}
