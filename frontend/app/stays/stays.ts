import { httpResource } from '@angular/common/http';
import { booleanAttribute, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { StaysPage as Stays } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { TakesFocus } from '../look/takes-focus';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { type Begun, EnrollAgain } from './enroll-again';
import { StayCard } from './stay-card';

/** All the stays of one person, and the next one begun: they are the same person each time. */
@Component({
  imports: [EnrollAgain, Icon, MatButton, ProblemPanel, RouterLink, Skeleton, StayCard, TakesFocus, When],
  template: `
    <div class="page">
      <a class="back" [routerLink]="back().path"><app-icon name="back" />{{ back().words }}</a>
      @if (begun(); as begun) {
        @if (isNotHere()) {
          <h1 data-page><span class="quiet">Stays of</span> {{ begun.name }}</h1>
        }
        <section class="card stack">
          <h2 appTakesFocus tabindex="-1">
            {{ begun.isBack ? 'Welcome back, ' + begun.name : begun.name + ' is enrolled' }}
          </h2>
          <p>
            In {{ begun.programName }}, from <app-when [day]="begun.enrolledOn" [dated]="true" />.
            @if (begun.coachName; as coach) {
              {{ coach }} walks with them, and finds them on Today.
            } @else {
              They have no coach yet: they wait with those to assign.
            }
          </p>
          @if (isNotHere()) {
            <p class="quiet">They are with another team now.</p>
          }
        </section>
      }
      @if (page.hasValue()) {
        @let it = page.value();
        <header>
          <h1 data-page><span class="quiet">Stays of</span> {{ it.preferredName }}</h1>
          @if (!isOpen() && it.mayEnrollAgain) {
            <p class="quiet">
              Not enrolled now. The door stays open: whoever comes back keeps all that was before.
            </p>
          }
        </header>
        @if (it.mayEnrollAgain && !begun()) {
          @if (isAsking()) {
            <app-enroll-again
              [participantId]="participantId()"
              [stays]="it"
              (done)="welcome($event)"
              (cancelled)="isAsking.set(false)"
            />
          } @else {
            <div>
              <button
                [matButton]="isOpen() ? 'outlined' : 'filled'"
                type="button"
                (click)="isAsking.set(true)"
              >
                <app-icon name="plus" />{{ isOpen() ? 'Enroll in another program' : 'Enroll them again' }}
              </button>
            </div>
          }
        }
        <ol class="stack">
          @for (stay of it.items; track stay.enrollmentId) {
            <li>
              <app-stay-card [stay]="stay" [mayClose]="it.mayClose" (changed)="page.reload()" />
            </li>
          } @empty {
            <li class="empty">
              <app-icon name="home" />
              <p>No stay yet. It begins when they are enrolled.</p>
            </li>
          }
        </ol>
      } @else if (isNotHere()) {
        @if (!begun()) {
          <div class="empty">
            <app-icon name="person" />
            <h1 data-page>There is no such participant</h1>
            <p>Or they are not with you. What you closed lately is with the stays that ended.</p>
            <a matButton="tonal" routerLink="/stays/ended">Stays that ended</a>
          </div>
        }
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      justify-self: start;
      min-height: 48px;
      margin-left: -8px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    h1 .quiet {
      display: block;
      font: 400 1rem var(--plain);
    }
    header {
      display: grid;
      gap: 8px;
    }
  `,
})
export class StaysPage {
  readonly participantId = input.required<string>();
  /** From the address: the form is open at once. */
  readonly again = input(false, { transform: booleanAttribute });

  private readonly session = inject(Session);
  protected readonly page = httpResource<Stays>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/stays`,
  );
  protected readonly isOpen = computed(
    () => this.page.hasValue() && this.page.value().items.some(({ closedOn }) => closedOn === null),
  );
  protected readonly isNotHere = computed(
    () => this.page.error() && problemOf(this.page.error()).status === 404,
  );
  protected readonly isAsking = linkedSignal(this.again);
  /** What was begun here just now, and whether it brought somebody back who was in no program. */
  protected readonly begun = linkedSignal<string, (Begun & { name: string; isBack: boolean }) | null>({
    source: this.participantId,
    computation: () => null,
  });
  /** An administrator has no page of a participant. */
  protected readonly back = computed(() => {
    if (this.session.me()?.role === 'administrator') return { path: '/people', words: 'People' };
    const words = this.page.hasValue() ? this.page.value().preferredName : 'Back';
    return { path: `/participants/${this.participantId()}`, words };
  });

  constructor() {
    const titles = inject(PageTitles);
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
    effect(() => {
      if (this.page.hasValue()) titles.name(`Stays of ${this.page.value().preferredName}`);
    });
  }

  protected welcome(begun: Begun): void {
    this.begun.set({ ...begun, name: this.page.value()?.preferredName ?? '', isBack: !this.isOpen() });
    this.isAsking.set(false);
    this.page.reload();
  }
}
