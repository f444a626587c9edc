import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FeedbackForMe, FeedbackLeft } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { Card } from '../keys/card';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { FeedbackApi } from './feedback-api';
import { FeedbackSaid } from './feedback-said';

/** What a coach's supervisor said about their contacts, in one place. */
@Component({
  imports: [Card, FeedbackSaid, Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/today"><app-icon name="back" />Today</a>
        <h1 data-page>{{ title() }}</h1>
        <p class="quiet">About contacts you logged. Only you and your supervisor read it.</p>
      </header>
      <ul class="stack">
        @for (left of list.items(); track left.feedback.feedbackId) {
          @let contact = left.contact;
          <li>
            <article appCard class="card stack">
              <p>
                <a [routerLink]="['/caseload', contact.participantId]">{{ contact.participantName }}</a>
                <span class="quiet">
                  · {{ outcome[contact.outcome] }} ·
                  <app-when [day]="contact.occurredOn" [clock]="contact.occurredTime" />
                  @if (contact.voided) {
                    <span>· voided</span>
                  }
                </span>
              </p>
              @if (contact.sharedNote || contact.teamNote; as words) {
                <p class="note quiet">{{ words }}</p>
              }
              <app-feedback-said
                [said]="left.feedback"
                [coachName]="contact.coach.name"
                [isNew]="isNew(left)"
                (answeredNow)="list.refresh()"
              >
                @if (contact.mayAmend) {
                  <a matButton="filled" [routerLink]="['/contacts', contact.contactId, 'amend']">Change it</a>
                } @else {
                  <a matButton="filled" [routerLink]="['/caseload', contact.participantId]">Add to it</a>
                }
              </app-feedback-said>
            </article>
          </li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show earlier</button>
      } @else if (list.items().length === 0) {
        <div class="empty">
          <app-icon name="heart" />
          <p>
            Nothing here yet. When your supervisor says something about a contact of yours, you find it here.
          </p>
        </div>
      }
    </div>
  `,
  styles: `
    header p {
      margin-block-start: 8px;
    }
    .card {
      gap: 10px;
    }
    .card > p > a {
      font-family: var(--brand);
      font-size: 1.25rem;
      font-weight: 600;
      color: inherit;
      text-decoration-color: var(--mat-sys-outline-variant);
    }
    .note {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      overflow: hidden;
    }
  `,
})
export class FromSupervisor {
  private readonly api = inject(FeedbackApi);
  protected readonly outcome = OUTCOME_LABEL;
  protected readonly list = pagesOf<FeedbackLeft, FeedbackForMe>(() => ({
    url: '/api/feedback/mine',
    params: {},
  }));
  /** Unread when it came onto this page: it stays marked for as long as one looks. */
  private readonly fresh = signal<ReadonlySet<string>>(new Set());
  protected readonly title = computed(() => {
    const names = [...new Set(this.list.items().map(({ feedback }) => feedback.by.name))];
    return names.length === 1
      ? `From ${names[0]}`
      : names.length > 1
        ? 'From your supervisors'
        : 'From your supervisor';
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.list.refresh(),
    );
    effect(() => {
      const unread = this.list
        .items()
        .filter(({ feedback }) => !feedback.isRead && !untracked(this.fresh).has(feedback.feedbackId))
        .map(({ feedback }) => feedback.feedbackId);
      if (unread.length === 0) return;
      untracked(() => this.fresh.update((before) => new Set([...before, ...unread])));
      // what could not be marked is still unread the next time
      void this.api.read(unread).catch(() => undefined);
    });
  }

  protected isNew({ feedback }: FeedbackLeft): boolean {
    return this.fresh().has(feedback.feedbackId);
  }
}
