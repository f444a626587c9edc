import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Handover, HandoverItem, HandoverList, NoteWhenHanded } from '../../api/contract';
import { Live } from '../live/live';
import { askingAgain } from '../live/asking-again';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import type { Here } from '../risk-notes/answer-clock-words';
import { Session } from '../session/session';
import { noteWords, stateWords } from './handover-words';
import { HandoversApi } from './handovers-api';

/** Who is on their way to another coach: what needs a decision first, then what waits, then what is settled. */
@Component({
  imports: [Icon, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <a class="back" [routerLink]="isCoach() ? '/today' : '/team'"
        ><app-icon name="back" />{{ isCoach() ? 'Today' : 'Team' }}</a
      >
      <h1 data-page>Handovers</h1>
      @if (list.hasValue()) {
        @for (group of groups(); track group.title) {
          <section class="stack" [attr.aria-label]="group.title">
            <h2>{{ group.title }}</h2>
            @for (item of group.items; track item.handoverId) {
              <a class="card" [class.calls]="calls(item)" [routerLink]="['/handovers', item.handoverId]">
                <b>{{ item.participantName }}</b>
                <span>{{ item.from?.name ?? 'Nobody' }} → {{ item.to?.name ?? 'somebody' }}</span>
                <span class="quiet">{{ state(item) }}</span>
                @for (note of open(item); track note.riskNoteId) {
                  <span class="tag urgent"><app-icon name="alert" />{{ about(note) }}</span>
                }
                @if (item.drafts.length) {
                  <span class="tag"><app-icon name="pen" />You have a draft open about them</span>
                }
              </a>
            }
          </section>
        } @empty {
          <div class="empty">
            <app-icon name="together" />
            <p>
              Nobody is on their way to another coach.
              {{
                isCoach()
                  ? 'To ask for it, open somebody’s page and choose “Hand over”.'
                  : 'To hand somebody over, open their page and choose “Hand over”.'
              }}
            </p>
          </div>
        }
      } @else if (list.error()) {
        <app-problem-panel [failure]="list.error()" (again)="list.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    .back {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      justify-self: start;
      min-height: 48px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    .card {
      display: grid;
      gap: 6px;
      color: inherit;
      text-decoration: none;
    }
    .card.calls {
      border-inline-start: 6px solid var(--mat-sys-tertiary);
    }
    b {
      font: 600 1.375rem var(--brand);
    }
    .tag {
      justify-self: start;
      border-radius: 16px;
    }
    .tag app-icon {
      inline-size: 1.2em;
    }
  `,
})
export class Handovers {
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly list = httpResource<HandoverList>(() => '/api/handovers');
  protected readonly groups = computed(() => {
    const items = this.list.hasValue() ? this.list.value().items : [];
    const of = (title: string, is: (item: HandoverItem) => boolean) => ({ title, items: items.filter(is) });
    return [
      of('To decide', (item) => !this.isCoach() && (item.state === 'asked' || this.calls(item))),
      of('Asked for', (item) => this.isCoach() && item.state === 'asked'),
      of('Not accepted yet', (item) => this.isOpen(item) && (this.isCoach() || !this.calls(item))),
      of('In the last week', (item) => item.state === 'accepted' || item.state === 'ended'),
    ].filter(({ items }) => items.length > 0);
  });

  constructor() {
    const again = askingAgain(this.list);
    inject(Live).whenChanged(() => null, again);
    const api = inject(HandoversApi);
    const before = api.changes();
    effect(() => {
      if (api.changes() !== before) untracked(again);
    });
  }

  /** Not accepted in good time, or the next coach cannot. */
  protected calls(item: Handover): boolean {
    return item.isLate || item.state === 'declined';
  }

  protected open(item: HandoverItem): NoteWhenHanded[] {
    return item.urgentNotes.filter(({ answeredAt }) => answeredAt === null);
  }

  protected state(item: Handover): string {
    return stateWords(item, this.session.me()?.accountId ?? '', this.here());
  }

  protected about(note: NoteWhenHanded): string {
    return noteWords(note, this.here());
  }

  private isOpen({ state }: Handover): boolean {
    return state === 'waiting' || state === 'declined';
  }

  private here(): Here {
    return { now: new Date(), timeZone: this.session.timeZone(), language: pageLanguage() };
  }
}
