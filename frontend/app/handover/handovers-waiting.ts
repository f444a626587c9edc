import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoverItem, HandoverList } from '../../api/contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Session } from '../session/session';
import { HandoversApi } from './handovers-api';

/**
 * On Today and Team, while there is something to do: whom a coach was handed by whom, and what of their own they have
 * still open; for a supervisor what was asked for or is not accepted.
 */
@Component({
  selector: 'app-handovers-waiting',
  imports: [Icon, RouterLink],
  template: `
    @for (line of lines(); track line.item.handoverId) {
      <a [routerLink]="['/handovers', line.item.handoverId]" [class.calls]="line.calls">
        <app-icon [name]="line.isUrgent ? 'alert' : 'together'" />
        <span
          ><b>{{ line.item.participantName }}</b> {{ line.words }}</span
        >
        <app-icon name="next" />
      </a>
    }
    @if (more(); as count) {
      <a routerLink="/handovers"
        ><app-icon name="together" /><span>{{ count }} more handovers</span></a
      >
    }
  `,
  styleUrl: '../look/waiting-lines.scss',
})
export class HandoversWaiting {
  private readonly session = inject(Session);
  private readonly list = httpResource<HandoverList>(() => '/api/handovers');
  private readonly all = computed(() => {
    const items = this.list.hasValue() ? this.list.value().items : [];
    return items.flatMap((item) => {
      const words = this.words(item);
      return words
        ? [{ item, words, calls: item.isLate || item.state === 'declined', isUrgent: this.isUrgent(item) }]
        : [];
    });
  });
  protected readonly lines = computed(() => this.all().slice(0, 3));
  protected readonly more = computed(() => this.all().length - this.lines().length);

  constructor() {
    const again = askingAgain(this.list);
    inject(Live).whenChanged(() => null, again);
    const api = inject(HandoversApi);
    const before = api.changes();
    effect(() => {
      if (api.changes() !== before) untracked(again);
    });
  }

  private words(item: HandoverItem): string {
    const isOpen = item.state === 'waiting' || item.state === 'declined';
    const note = this.isUrgent(item) ? ' An urgent note is open.' : '';
    if (!this.session.isCoach()) {
      if (item.state === 'asked') return `${item.by.name} asks to hand them over.`;
      if (item.state === 'declined') return `${item.to!.name} cannot take them. Decide what happens.`;
      return item.isLate ? `${item.to!.name} has not accepted for two working days.` : '';
    }
    const me = this.session.me()?.accountId;
    if (isOpen && item.to?.accountId === me)
      return `was handed to you${item.from ? ` by ${item.from.name}` : ''}. Read the page, then accept.${note}`;
    if (item.from?.accountId !== me || item.state === 'asked') return '';
    if (item.drafts.length) return `is with ${item.to!.name} now. You have a draft open about them.${note}`;
    return note && `is with ${item.to!.name} now.${note}`;
  }

  private isUrgent({ urgentNotes }: HandoverItem): boolean {
    return urgentNotes.some(({ answeredAt }) => answeredAt === null);
  }
}
