import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TimelineItem, TimelinePage } from '../../api/contract';
import { feedbackBeside } from '../feedback/feedback-beside';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { TimelineEntry } from './timeline-entry';

/** All that happened, newest first, one page at a time. */
@Component({
  selector: 'app-timeline',
  imports: [Icon, MatButton, ProblemPanel, Skeleton, TimelineEntry],
  template: `
    <section class="stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title">What happened</h2>
      <ol>
        @for (item of items(); track item.kind + item.id) {
          <li>
            <app-timeline-entry
              [item]="item"
              [feedback]="feedback().get(item.id) ?? []"
              (changed)="startOver(); changed.emit()"
            />
          </li>
        }
      </ol>
      @if (failure()) {
        <app-problem-panel [failure]="failure()" (again)="more()" />
      } @else if (isAsking()) {
        <app-skeleton [rows]="3" />
      } @else if (next()) {
        <button matButton="outlined" type="button" (click)="more()">Show earlier</button>
      } @else if (items().length === 0) {
        <div class="empty">
          <app-icon name="pen" />
          <p>Nothing yet. The first contact you log begins the story.</p>
        </div>
      } @else {
        <p class="quiet small">That is everything.</p>
      }
      <p class="only-heard" role="status">{{ items().length }} entries shown</p>
    </section>
  `,
  styles: `
    ol {
      display: grid;
      gap: 12px;
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class Timeline {
  readonly participantId = input.required<string>();
  readonly changed = output();

  private readonly list = pagesOf<TimelineItem, TimelinePage>(() => ({
    url: `/api/participants/${this.participantId()}/timeline`,
    params: { limit: '20' },
  }));
  protected readonly items = this.list.items;
  protected readonly next = this.list.next;
  protected readonly isAsking = this.list.isAsking;
  protected readonly failure = this.list.failure;
  protected readonly more = this.list.more;
  protected readonly startOver = this.list.startOver;

  protected readonly feedback = feedbackBeside(this.participantId);

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.list.refresh());
  }
}
