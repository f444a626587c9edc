import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Renewal } from '../../api/certification-contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { spanWords } from './certification-words';
import { CertificationsApi } from './certifications-api';
import { WordsForm } from './words-form';

/** A renewal that a coach sent: it waits for somebody else's word, or came back with what is missing. */
@Component({
  selector: 'app-renewal-card',
  imports: [MatButton, WordsForm],
  template: `
    @let one = renewal();
    <div class="row head">
      <h3>{{ title() }}</h3>
      <span class="tag">{{ one.state === 'waiting' ? 'waits to be confirmed' : 'sent back' }}</span>
    </div>
    <p class="quiet small">{{ one.issuer }} · {{ spanOf(one) }}</p>
    @if (one.words) {
      <p>
        <b>{{ one.settledBy?.name }}:</b> {{ one.words }}
      </p>
    }
    <div class="row">
      @if (one.state === 'waiting' && mayKeep()) {
        <button matButton="filled" type="button" [disabled]="isSaving()" (click)="answer('confirm')">
          Confirm<span class="only-heard"> {{ title() }}</span>
        </button>
        <button matButton type="button" (click)="isBacking.set(true)">
          Send back<span class="only-heard"> {{ title() }}</span>
        </button>
      }
      @if (isOwn()) {
        @if (one.state === 'waiting') {
          <button matButton type="button" [disabled]="isSaving()" (click)="answer('take-back')">
            Take back<span class="only-heard"> {{ title() }}</span>
          </button>
        } @else {
          <button matButton="filled" type="button" (click)="again.emit()">
            Set it right and send again<span class="only-heard">: {{ title() }}</span>
          </button>
        }
      }
      <a matButton [href]="'/api/documents/' + one.document.documentId" download>
        Document<span class="only-heard"> of {{ title() }}</span>
      </a>
    </div>
    @if (isBacking()) {
      <app-words-form
        [keptAs]="'send back ' + one.renewalId"
        label="What is missing?"
        action="Send it back"
        [send]="sendBack"
        (done)="isBacking.set(false); changed.emit()"
        (closed)="isBacking.set(false)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      grid-template-columns: minmax(0, 1fr);
    }
    .head {
      justify-content: space-between;
    }
  `,
})
export class RenewalCard {
  readonly renewal = input.required<Renewal>();
  readonly mayKeep = input.required<boolean>();
  readonly isOwn = input.required<boolean>();
  readonly changed = output<void>();
  /** The coach wants to send it anew. */
  readonly again = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  protected readonly isBacking = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly title = computed(() => `${this.renewal().kind} ${this.renewal().number}`);
  protected readonly spanOf = spanWords;

  protected async answer(step: 'confirm' | 'take-back'): Promise<void> {
    this.isSaving.set(true);
    try {
      await this.api.answerRenewal(this.renewal(), step);
      void this.notices.say(step === 'confirm' ? 'Confirmed: it counts from now on.' : 'Taken back.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
    this.changed.emit();
  }

  protected sendBack = (words: string): Promise<unknown> =>
    this.api.answerRenewal(this.renewal(), 'send-back', words);
}
