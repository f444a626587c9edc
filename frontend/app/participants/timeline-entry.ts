import { Component, computed, input, output } from '@angular/core';
import type { Feedback, TimelineItem } from '../../api/contract';
import { ContactCard } from '../contacts/contact-card';
import { FeedbackSaid } from '../feedback/feedback-said';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { When } from '../look/when';
import { LevelTag } from '../risk-notes/level-tag';
import { signalWords } from '../risk-notes/signal-words';

const ICON: Record<TimelineItem['kind'], IconName> = {
  contact: 'phone',
  'check-in': 'heart',
  goal: 'goal',
  'risk-note': 'flag',
};

/** One thing that happened, of whichever kind. */
@Component({
  selector: 'app-timeline-entry',
  imports: [ContactCard, FeedbackSaid, Icon, LevelTag, When],
  template: `
    @let entry = item();
    @switch (entry.kind) {
      @case ('contact') {
        <app-contact-card [contact]="entry.contact!" (changed)="changed.emit()" />
        @for (said of feedback(); track said.feedbackId) {
          <app-feedback-said [said]="said" [coachName]="entry.contact!.coach.name" [isNew]="!said.isRead" />
        }
      }
      @default {
        <div class="quiet-entry">
          <app-icon [name]="icon()" />
          <div>
            @if (entry.checkIn; as checkIn) {
              <p>
                {{ checkIn.withName ? 'Checked in with ' + checkIn.withName : 'Checked in' }}:
                <b>{{ checkIn.mood }}</b>
                @if (checkIn.cravings !== null) {
                  <span>, cravings {{ checkIn.cravings }} of 10</span>
                }
              </p>
              @if (checkIn.wantsCall) {
                <p><b>Would like their coach to reach out</b></p>
              }
              @if (checkIn.words) {
                <p class="said">“{{ checkIn.words }}”</p>
              }
            }
            @if (entry.riskNote; as note) {
              <p><app-level-tag [level]="note.level" [isLong]="true" /> raised by {{ note.raisedBy.name }}</p>
              <p class="small">{{ signals() }}</p>
              @if (note.resolved; as answer) {
                <p class="small">Resolved by {{ answer.by.name }}: {{ answer.words }}</p>
              } @else {
                <p class="small quiet">It is open; see the top of the page.</p>
              }
            }
            @if (entry.goal; as goal) {
              <p>{{ goal.finishedOn ? 'Goal reached' : goal.letGoOn ? 'Goal let go' : 'New goal' }}</p>
              <p class="said">“{{ goal.sentence }}”</p>
            }
            <p class="small quiet"><app-when [day]="entry.on" /></p>
          </div>
        </div>
      }
    }
  `,
  styles: `
    .quiet-entry {
      display: flex;
      gap: 16px;
      padding: 12px 20px;
      border-left: 3px solid var(--mat-sys-outline-variant);
    }
    app-icon {
      color: var(--mat-sys-on-surface-variant);
    }
    app-feedback-said {
      margin: 4px 0 4px 20px;
    }
    .said {
      font-family: var(--brand);
    }
  `,
})
export class TimelineEntry {
  readonly item = input.required<TimelineItem>();
  /** What a supervisor said about it, for them and the coach who wrote it. */
  readonly feedback = input<Feedback[]>([]);
  readonly changed = output();
  protected readonly signals = computed(
    () => this.item().riskNote?.signals.map(signalWords).join(', ') ?? '',
  );
  protected readonly icon = computed(() => ICON[this.item().kind]);
}
