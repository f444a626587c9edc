import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Language, MadeInvitation, WayIn as WayInView } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { exactDay, dayOf, timeOf } from '../look/time-words';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { InviteForm } from './invite-form';
import { MadeCards } from './made-cards';
import { OneTimeCard } from './one-time-card';
import { WayInApi } from './way-in-api';

/** On a participant's page: whether they can get in by themselves, and the card that lets them. */
@Component({
  selector: 'app-way-in',
  imports: [Icon, InviteForm, MatButton, OneTimeCard, ProblemPanel, Skeleton],
  templateUrl: './way-in.html',
})
export class WayIn {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();
  /** What they read. */
  readonly language = input.required<Language>();

  private readonly api = inject(WayInApi);
  private readonly cards = inject(MadeCards);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isMaking = signal(false);
  protected readonly page = httpResource<WayInView>(() => `/api/participants/${this.participantId()}/way-in`);
  protected readonly card = computed(() =>
    this.page.hasValue()
      ? this.cards.of(this.participantId(), this.page.value().invitation?.invitationId)
      : null,
  );
  /** What the button offers. */
  protected readonly words = computed(() => {
    const way = this.page.hasValue() ? this.page.value() : null;
    if (way?.invitation) return 'Make a new card';
    return way?.isOpened ? 'They lost their way in' : 'Invite them';
  });

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
  }

  protected momentOf(at: string): string {
    const zone = this.session.timeZone();
    return `${exactDay(dayOf(at, zone), 'en')}, ${timeOf(at, zone, 'en')}`;
  }

  protected wasMade(made: MadeInvitation): void {
    this.cards.keep({
      participantId: this.participantId(),
      name: this.name(),
      language: this.language(),
      made,
    });
    this.page.set(made.wayIn);
    this.isMaking.set(false);
  }

  protected async callOff(): Promise<void> {
    try {
      this.page.set(await this.api.callOff(this.participantId()));
      void this.notices.say('Called off. Card and link open nothing now.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
