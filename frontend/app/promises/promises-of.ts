import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PromisesOfParticipant } from '../../api/contract';
import { ContactsApi } from '../contacts/contacts-api';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { OpenPromise } from './open-promise';
import { PromiseForm } from './promise-form';
import { PromisesApi } from './promises-api';

/** What was promised to a participant: what is open, and what became of the rest. */
@Component({
  selector: 'app-promises-of',
  imports: [Icon, MatButton, OpenPromise, ProblemPanel, PromiseForm, Skeleton, When],
  template: `
    <section class="card stack" aria-labelledby="promises-title">
      <h2 id="promises-title">Promises</h2>
      @if (promises.hasValue()) {
        @for (promise of promises.value().open; track promise.promiseId) {
          <app-open-promise [promise]="promise" (changed)="promises.reload()" />
        } @empty {
          <p class="quiet">Nothing is promised at the moment.</p>
        }
        @if (isMaking()) {
          <app-promise-form
            [participantId]="participantId()"
            (done)="made()"
            (cancelled)="isMaking.set(false)"
          />
        } @else if (isCoach()) {
          <div>
            <button matButton="outlined" type="button" (click)="isMaking.set(true)">
              <app-icon name="plus" />Promise something
            </button>
          </div>
        }
        @if (settled().length) {
          <details>
            <summary>Kept and released ({{ settled().length }})</summary>
            <ul>
              @for (promise of settled(); track promise.promiseId) {
                <li>
                  {{ promise.words }}
                  <span class="small quiet">
                    @if (promise.kept; as kept) {
                      kept <app-when [day]="kept.on" /> by {{ kept.by.name }}
                    } @else if (promise.released; as released) {
                      released by {{ released.by.name }}: {{ released.reason }}
                    }
                  </span>
                </li>
              }
            </ul>
          </details>
        }
      } @else if (promises.error()) {
        <app-problem-panel [failure]="promises.error()" (again)="promises.reload()" />
      } @else {
        <app-skeleton [rows]="1" />
      }
    </section>
  `,
  styles: `
    app-open-promise + app-open-promise {
      padding-top: 16px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    summary {
      min-height: 48px;
      align-content: center;
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: 12px;
    }
    li span {
      display: block;
    }
  `,
})
export class PromisesOf {
  readonly participantId = input.required<string>();

  protected readonly isCoach = inject(Session).isCoach;
  protected readonly promises = httpResource<PromisesOfParticipant>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/promises`,
  );
  protected readonly settled = computed(() =>
    this.promises.hasValue() ? this.promises.value().settled : [],
  );
  protected readonly isMaking = signal(false);

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.promises.reload());
    const [contacts, promises] = [inject(ContactsApi), inject(PromisesApi)];
    let before = contacts.changes() + promises.changes();
    effect(() => {
      const now = contacts.changes() + promises.changes();
      if (now !== before) untracked(() => this.promises.reload());
      before = now;
    });
  }

  protected made(): void {
    this.isMaking.set(false);
    this.promises.reload();
  }
}
