import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PromiseView } from '../../api/contract';
import { GivesReason } from '../look/gives-reason';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { PromiseForm } from './promise-form';
import { PromisesApi } from './promises-api';

/** One promise that is still open: kept with a touch, changed, or released with a reason. */
@Component({
  selector: 'app-open-promise',
  imports: [GivesReason, Icon, MatButton, PromiseForm, When],
  template: `
    @let it = promise();
    <p class="words">{{ it.words }}</p>
    <p class="small quiet">
      @if (it.isLate) {
        <b class="late">was due <app-when [day]="it.dueOn" /></b>
      } @else {
        due <app-when [day]="it.dueOn" />
      }
      @if (!isMine()) {
        · promised by {{ it.coach.name }}
      }
    </p>
    @switch (doing()) {
      @case ('changing') {
        <app-promise-form
          [participantId]="it.participantId"
          [promise]="it"
          (done)="cancel()"
          (cancelled)="cancel()"
        />
      }
      @case ('releasing') {
        <app-gives-reason
          label="Why is it let go?"
          does="Release it"
          [wrong]="wrong()"
          (given)="release($event)"
          (cancelled)="cancel()"
        />
      }
      @default {
        @if (it.mayKeep) {
          <div class="row">
            <button matButton="tonal" type="button" [disabled]="isSaving()" (click)="keep()">
              <app-icon name="check" />Kept<span class="only-heard">: {{ it.words }}</span>
            </button>
            @if (it.mayChange) {
              <button matButton type="button" (click)="doing.set('changing')">
                Change<span class="only-heard">: {{ it.words }}</span>
              </button>
            }
            <button matButton type="button" (click)="doing.set('releasing')">
              Release<span class="only-heard">: {{ it.words }}</span>
            </button>
          </div>
        }
        <p class="wrong" role="alert">{{ wrong() }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .words {
      font: 600 1.0625rem/1.4 var(--brand);
      overflow-wrap: anywhere;
    }
    .late {
      color: var(--mat-sys-tertiary);
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class OpenPromise {
  readonly promise = input.required<PromiseView>();
  readonly changed = output();

  private readonly api = inject(PromisesApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly doing = signal<'nothing' | 'changing' | 'releasing'>('nothing');
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly isMine = computed(() => this.promise().coach.accountId === this.session.me()?.accountId);

  protected keep(): Promise<void> {
    return this.settle('Kept.', () => this.api.keep(this.promise()));
  }

  protected release(reason: string): Promise<void> {
    return this.settle('Released.', () => this.api.release(this.promise(), reason));
  }

  protected cancel(): void {
    this.doing.set('nothing');
    this.wrong.set('');
    this.changed.emit();
  }

  private async settle(words: string, step: () => Promise<PromiseView>): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      const settled = await step();
      const { api, notices, changed } = this;
      changed.emit();
      void notices.say(words, {
        label: 'Undo',
        undo: () => void api.reopen(settled).catch((failure) => void notices.say(problemOf(failure).detail)),
      });
    } catch (failure) {
      const problem = problemOf(failure);
      this.wrong.set(problem.detail);
      if (problem.status === 412) this.changed.emit();
    } finally {
      this.isSaving.set(false);
    }
  }
}
