import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EducationEntry } from '../../api/certification-contract';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { calendarDay } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { CertificationsApi } from './certifications-api';
import { hourWords } from './certification-words';
import { EducationForm } from './education-form';
import { WordsForm } from './words-form';

/** So many are shown at first; what waits or came back stands before them. */
const AT_FIRST = 6;

/** Continuing education: entered by the coach, confirmed or sent back by whoever keeps certifications. */
@Component({
  selector: 'app-education-part',
  imports: [EducationForm, MatButton, WordsForm],
  template: `
    <section class="stack" aria-labelledby="education-title">
      <h2 id="education-title" tabindex="-1" #title>Continuing education</h2>
      @if (isOwn()) {
        @if (opened() === 'new') {
          <app-education-form [coachId]="coachId()" (done)="done()" (closed)="close()" />
        } @else {
          <div>
            <button matButton="outlined" type="button" (click)="opened.set('new')">Enter education</button>
          </div>
        }
      }
      <ul class="stack">
        @for (entry of shown(); track entry.educationId) {
          @if (opened() === entry.educationId && isOwn()) {
            <li>
              <app-education-form [coachId]="coachId()" [entry]="entry" (done)="done()" (closed)="close()" />
            </li>
          } @else {
            <li class="card stack">
              <div class="row head">
                <h3>{{ entry.title }}</h3>
                <b>{{ hourWords(entry.hours) }}</b>
              </div>
              <p class="quiet small">{{ dayOf(entry.doneOn) }} · {{ entry.provider }}</p>
              <div class="row state">
                <p class="small">
                  @if (entry.state === 'confirmed') {
                    Confirmed by {{ entry.settledBy?.name }}
                  } @else if (entry.state === 'sent back') {
                    <b>Sent back by {{ entry.settledBy?.name }}:</b> {{ entry.words }}
                  } @else {
                    <span class="tag">waits to be confirmed</span>
                  }
                </p>
                <div class="row actions">
                  @if (mayKeep() && entry.state === 'waiting') {
                    <button matButton="filled" type="button" (click)="confirm(entry)">
                      Confirm<span class="only-heard"> {{ entry.title }}</span>
                    </button>
                  }
                  @if (mayKeep() && entry.state !== 'sent back') {
                    <button matButton type="button" (click)="opened.set(entry.educationId)">
                      Send back<span class="only-heard"> {{ entry.title }}</span>
                    </button>
                  }
                  @if (isOwn() && entry.state !== 'confirmed') {
                    <button matButton="outlined" type="button" (click)="opened.set(entry.educationId)">
                      Set right<span class="only-heard"> {{ entry.title }}</span>
                    </button>
                    <button matButton type="button" (click)="remove(entry)">
                      Remove<span class="only-heard"> {{ entry.title }}</span>
                    </button>
                  }
                  @if (entry.document; as document) {
                    <a matButton [href]="'/api/documents/' + document.documentId" download>
                      Document<span class="only-heard"> of {{ entry.title }}</span>
                    </a>
                  }
                </div>
              </div>
              @if (opened() === entry.educationId && mayKeep()) {
                <app-words-form
                  [keptAs]="'send back ' + entry.educationId"
                  label="What is missing?"
                  action="Send it back"
                  [send]="sendBack(entry)"
                  (done)="done()"
                  (closed)="opened.set('')"
                />
              }
            </li>
          }
        } @empty {
          <li class="empty">
            <p>
              {{
                isOwn()
                  ? 'A course, a training, a conference: enter it the day after.'
                  : 'Nothing entered yet.'
              }}
            </p>
          </li>
        }
      </ul>
      @if (shown().length < entries().length) {
        <div>
          <button matButton type="button" (click)="isAll.set(true)">Show all {{ entries().length }}</button>
        </div>
      }
    </section>
  `,
  styles: `
    li.card {
      gap: 8px;
    }
    .head {
      justify-content: space-between;
      flex-wrap: nowrap;
      align-items: baseline;
    }
    .head b {
      white-space: nowrap;
    }
    .state {
      justify-content: space-between;
    }
    .actions {
      gap: 4px 8px;
    }
    .actions:not(:has(*)) {
      display: none;
    }
  `,
})
export class EducationPart {
  readonly coachId = input.required<string>();
  readonly entries = input.required<EducationEntry[]>();
  readonly mayKeep = input.required<boolean>();
  readonly isOwn = input.required<boolean>();
  readonly changed = output<void>();

  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  private readonly destroyed = inject(DestroyRef);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly kept = inject(Session).kept;
  /** Which one is written about, 'new' for one that is entered; what was typed before a reload opens with it. */
  protected readonly opened = linkedSignal<string>(() =>
    this.isOwn() && this.kept.of(`education ${this.coachId()} new`) ? 'new' : '',
  );
  protected readonly isAll = signal(false);
  protected readonly shown = computed(() => {
    const entries = [...this.entries()].sort((one, other) => isSettled(one) - isSettled(other));
    return this.isAll() ? entries : entries.slice(0, AT_FIRST);
  });
  protected readonly hourWords = hourWords;
  protected readonly dayOf = (day: string): string => calendarDay(day, 'en');

  /** Where the focus goes when a form closes that had it. */
  protected close(): void {
    this.opened.set('');
    this.title().nativeElement.focus({ preventScroll: true });
  }

  protected done(): void {
    this.close();
    this.changed.emit();
  }

  protected confirm(entry: EducationEntry): void {
    void this.during(this.api.answerEducation(entry, 'confirm'), `Confirmed: ${hourWords(entry.hours)}.`);
  }

  protected remove(entry: EducationEntry): void {
    void this.during(this.api.removeEducation(entry), 'Removed.', () => this.enterAgain(entry));
  }

  protected sendBack(entry: EducationEntry): (words: string) => Promise<unknown> {
    return (words) => this.api.answerEducation(entry, 'send-back', words);
  }

  private enterAgain({ doneOn, title, provider, hours, document }: EducationEntry): void {
    const asked = { doneOn, title, provider, hours, documentId: document?.documentId ?? null };
    void this.during(
      this.api.enterEducation(this.coachId(), { educationId: newId(), ...asked }),
      'Back again.',
    );
  }

  private async during(step: Promise<unknown>, said: string, undo?: () => void): Promise<void> {
    try {
      await step;
      void this.notices.say(said, undo && { label: 'Undo', undo });
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    // an undo may come when this page is left
    if (!this.destroyed.destroyed) this.changed.emit();
  }
}

function isSettled({ state }: EducationEntry): number {
  return state === 'confirmed' ? 1 : 0;
}
