import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { EducationEntry } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { NumberField, numberOf } from '../look/number-field';
import { When } from '../look/when';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';
import { hourWords } from './certification-words';
import { DocumentField } from './document-field';

/** Continuing education: entered by the coach, confirmed or sent back by whoever keeps certifications. */
@Component({
  selector: 'app-education-part',
  imports: [DocumentField, FormField, MatButton, NumberField, ProblemSummary, TextField, When],
  template: `
    <section class="stack" aria-labelledby="education-title">
      <h2 id="education-title">Continuing education</h2>
      <ul class="stack">
        @for (entry of entries(); track entry.educationId) {
          <li class="card stack">
            <p>
              <b>{{ entry.title }}</b>
              · {{ hourWords(entry.hours) }}
            </p>
            <p class="quiet small"><app-when [day]="entry.doneOn" [dated]="true" /> · {{ entry.provider }}</p>
            <p class="small">
              @if (entry.state === 'confirmed') {
                Confirmed by {{ entry.settledBy?.name }}
              } @else if (entry.state === 'sent back') {
                <b>Sent back by {{ entry.settledBy?.name }}:</b> {{ entry.words }}
              } @else {
                <span class="tag">waits to be confirmed</span>
              }
            </p>
            <div class="row">
              @if (entry.document; as document) {
                <a matButton [href]="'/api/documents/' + document.documentId" download>
                  Document<span class="only-heard"> of {{ entry.title }}</span>
                </a>
              }
              @if (mayKeep() && entry.state === 'waiting') {
                <button matButton="filled" type="button" (click)="confirm(entry)">
                  Confirm<span class="only-heard"> {{ entry.title }}</span>
                </button>
                <button matButton type="button" (click)="backing.set(entry.educationId)">
                  Send back<span class="only-heard"> {{ entry.title }}</span>
                </button>
              }
              @if (isOwn() && entry.state !== 'confirmed') {
                <button matButton type="button" (click)="remove(entry)">
                  Remove<span class="only-heard"> {{ entry.title }}</span>
                </button>
              }
            </div>
            @if (backing() === entry.educationId) {
              <form class="stack" (submit)="sendBack($event, entry)" novalidate>
                <app-text-field
                  fieldId="education-back"
                  label="What is missing?"
                  [wrong]="backWrong()"
                  [value]="words()"
                  (valueChange)="words.set($event)"
                />
                <div class="row">
                  <button matButton="filled" type="submit">Send it back</button>
                  <button matButton type="button" (click)="backing.set('')">Not now</button>
                </div>
              </form>
            }
          </li>
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
      @if (isOwn()) {
        @if (isAdding()) {
          <form class="card stack" (submit)="save($event)" novalidate>
            <h3>Enter education</h3>
            <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
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
              [(documentId)]="documentId"
            />
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving()">Enter it</button>
              <button matButton type="button" (click)="isAdding.set(false)">Not now</button>
            </div>
          </form>
        } @else {
          <div>
            <button matButton="outlined" type="button" (click)="isAdding.set(true)">Enter education</button>
          </div>
        }
      }
    </section>
  `,
  styles: `
    li.card {
      gap: 8px;
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
  private readonly empty = () => ({ id: newId(), doneOn: '', title: '', provider: '', hours: '' });
  private readonly typed = signal(this.empty());
  protected readonly fields = form(this.typed);
  protected readonly documentId = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly isAdding = signal(false);
  /** Which one is being sent back. */
  protected readonly backing = signal('');
  protected readonly words = signal('');
  private readonly backProblem = signal<Problem | null>(null);
  protected readonly backWrong = computed(() => wrongWith(this.backProblem(), 'words'));
  protected readonly hourWords = hourWords;

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, hours, ...words } = this.typed();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.api.enterEducation(this.coachId(), {
        educationId: id,
        ...words,
        hours: numberOf(hours),
        documentId: this.documentId(),
      });
      this.typed.set(this.empty());
      this.documentId.set(null);
      this.isAdding.set(false);
      this.changed.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  protected confirm(entry: EducationEntry): void {
    void this.done(this.api.answerEducation(entry, 'confirm'), 'Confirmed.');
  }

  protected remove(entry: EducationEntry): void {
    void this.done(this.api.removeEducation(entry), 'Removed.');
  }

  protected async sendBack(event: Event, entry: EducationEntry): Promise<void> {
    event.preventDefault();
    this.backProblem.set(null);
    try {
      await this.api.answerEducation(entry, 'send-back', this.words());
      this.backing.set('');
      this.words.set('');
      this.changed.emit();
    } catch (failure) {
      this.backProblem.set(problemOf(failure));
    }
  }

  private async done(step: Promise<unknown>, said: string): Promise<void> {
    try {
      await step;
      void this.notices.say(said);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    this.changed.emit();
  }
}
