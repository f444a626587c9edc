import { HttpClient } from '@angular/common/http';
import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { TimelineItem, TimelinePage } from '../../api/contract';
import { Icon } from '../look/icon';
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
          <li><app-timeline-entry [item]="item" (changed)="startOver(); changed.emit()" /></li>
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

  private readonly http = inject(HttpClient);
  protected readonly items = signal<TimelineItem[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly isAsking = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    effect(() => {
      this.participantId();
      untracked(() => this.startOver());
    });
  }

  /** The newest page again; what was shown stays until it is here. */
  protected startOver(): void {
    this.next.set(null);
    void this.ask(null);
  }

  protected more(): void {
    void this.ask(this.next());
  }

  private async ask(after: string | null): Promise<void> {
    const participantId = this.participantId();
    this.isAsking.set(true);
    this.failure.set(null);
    try {
      const page = await firstValueFrom(
        this.http.get<TimelinePage>(`/api/participants/${participantId}/timeline`, {
          params: after ? { after, limit: 20 } : { limit: 20 },
        }),
      );
      if (participantId !== this.participantId()) return;
      this.items.update((shown) => (after ? [...shown, ...page.items] : page.items));
      this.next.set(page.next);
    } catch (failure) {
      this.failure.set(failure);
    } finally {
      this.isAsking.set(false);
    }
  }
}
