import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Cover } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { CoversApi } from './covers-api';

/** One time away: who, from when through when, who covers and who really answers; ended early with one touch. */
@Component({
  selector: 'app-cover-card',
  imports: [Icon, MatButton, When],
  template: `
    @let one = cover();
    <div class="row">
      <div class="who">
        <p class="name">
          @if (isOwn()) {
            <b>{{ one.covering.name }}</b> covers for you
          } @else {
            <b>{{ one.covering.name }}</b> covers for <b>{{ one.away.name }}</b>
          }
        </p>
        <p>
          @if (one.fromOn === one.throughOn) {
            <app-when [day]="one.fromOn" [dated]="true" />, the whole day
          } @else {
            <app-when [day]="one.fromOn" [dated]="true" /> through
            <app-when [day]="one.throughOn" [dated]="true" />
          }
          <span class="tag">{{ one.state === 'now' ? 'now' : 'to come' }}</span>
        </p>
        @if (one.answering; as answering) {
          @if (answering.accountId !== one.covering.accountId) {
            <p class="quiet">
              {{ one.covering.name }} is away too, so {{ answering.name }} answers meanwhile.
            </p>
          }
        } @else {
          <p class="lost">
            <app-icon name="alert" />{{ one.covering.name }} can’t sign in any more, so nobody covers. End
            this and name somebody else.
          </p>
        }
        @if (one.madeBy.accountId !== one.away.accountId) {
          <p class="quiet small">Arranged by {{ one.madeBy.name }}</p>
        }
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      @if (one.mayEnd) {
        <button matButton="outlined" type="button" [disabled]="isSaving()" (click)="end()">
          {{ label() }}<span class="only-heard">: {{ one.covering.name }} for {{ one.away.name }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    .row {
      justify-content: space-between;
    }
    .who {
      display: grid;
      gap: 4px;
      flex: 1 1 260px;
    }
    .name {
      font: 500 1.1875rem var(--brand);
    }
    .tag {
      margin-left: 6px;
    }
    .lost {
      display: flex;
      gap: 8px;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class CoverCard {
  readonly cover = input.required<Cover>();

  private readonly api = inject(CoversApi);
  private readonly notices = inject(Notices);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly isOwn = computed(() => this.api.isOwn(this.cover()));
  protected readonly label = computed(() => {
    if (this.cover().state === 'coming') return 'Call it off';
    return this.isOwn() ? 'I’m back: end it now' : 'They are back: end it now';
  });

  protected async end(): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      const ended = await this.api.end(this.cover());
      const undo = (): void =>
        void this.api.goOn(ended).catch((failure) => this.notices.say(problemOf(failure).detail));
      const said = this.cover().state === 'now' ? 'Ended. Everything is back where it was.' : 'Called off.';
      void this.notices.say(said, { label: 'Undo', undo });
    } catch (failure) {
      const problem = problemOf(failure);
      this.wrong.set(
        problem.status === 412 ? 'Somebody just changed this; above is how it is now.' : problem.detail,
      );
    } finally {
      this.isSaving.set(false);
    }
  }
}
