import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Named, WaitingNote } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { ticking } from '../look/ticking';
import { problemOf } from '../problems/problem-words';
import { lengthWords, momentWords } from '../risk-notes/answer-clock-words';
import { Session } from '../session/session';
import { AnsweringApi } from './answering-api';

/** One note that waits, as far as an administrator knows it, and who else could answer. */
@Component({
  selector: 'app-waiting-note-card',
  imports: [Icon, MatButton],
  template: `
    @let note = this.note();
    <article class="card stack">
      <div class="row">
        <span class="tag" [class.urgent]="note.isUrgent"
          ><app-icon [name]="note.isUrgent ? 'alert' : 'flag'" />{{
            note.isUrgent ? 'Urgent risk note' : 'Risk note'
          }}</span
        >
        <b>{{ late() }} late</b>
      </div>
      <p>
        Raised {{ moment(note.raisedAt) }}; an answer was due {{ moment(note.dueAt) }}. It waits with
        {{ names() || 'nobody: no supervisor could be told' }}.
      </p>
      <div class="name">
        <div class="field">
          <label [for]="'name-' + note.riskNoteId">Another supervisor</label>
          <select [id]="'name-' + note.riskNoteId" (change)="chosen.set($any($event.target).value)">
            <option value="" [selected]="!chosen()">Choose one</option>
            @for (one of choices(); track one.accountId) {
              <option [value]="one.accountId" [selected]="one.accountId === chosen()">{{ one.name }}</option>
            }
          </select>
        </div>
        <button matButton="filled" type="button" [disabled]="!chosen() || isSaving()" (click)="name()">
          Name them
        </button>
      </div>
      <p class="wrong" role="alert">{{ wrong() }}</p>
    </article>
  `,
  styles: `
    .name {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 12px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class WaitingNoteCard {
  readonly note = input.required<WaitingNote>();
  readonly supervisors = input.required<Named[]>();
  readonly changed = output();

  private readonly api = inject(AnsweringApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly now = ticking();
  protected readonly chosen = signal('');
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly names = computed(() =>
    new Intl.ListFormat('en').format(this.note().with.map(({ name }) => name)),
  );
  protected readonly late = computed(() =>
    lengthWords(this.now().getTime() - Date.parse(this.note().dueAt), pageLanguage()),
  );
  /** Whoever was told may be named all the same: they hear of it again. */
  protected readonly choices = computed(() => {
    const named = this.note().named.map(({ accountId }) => accountId);
    return this.supervisors().filter(({ accountId }) => !named.includes(accountId));
  });

  protected moment(at: string): string {
    return momentWords(at, {
      now: this.now(),
      timeZone: this.session.timeZone(),
      language: pageLanguage(),
    });
  }

  protected async name(): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    const chosen = this.choices().find(({ accountId }) => accountId === this.chosen());
    try {
      await this.api.name(this.note(), this.chosen());
      void this.notices.say(`${chosen?.name ?? 'They'} can read it now, and is told.`);
      this.chosen.set('');
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
      this.changed.emit();
    }
  }
}
