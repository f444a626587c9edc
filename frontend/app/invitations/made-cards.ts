import { inject, Service, signal } from '@angular/core';
import type { Language, MadeInvitation } from '../../api/contract';
import { Session } from '../session/session';

/** A card as it was told, once. */
export interface MadeCard {
  participantId: string;
  name: string;
  /** What the participant reads. */
  language: Language;
  made: MadeInvitation;
}

/**
 * The card made last on this page, in its memory alone: code and link are in no address, no history and no storage, and
 * gone when the page is loaded again.
 */
@Service()
export class MadeCards {
  private readonly session = inject(Session);
  private readonly kept = signal<(MadeCard & { by: string }) | null>(null);

  keep(card: MadeCard): void {
    this.kept.set({ ...card, by: this.session.me()?.accountId ?? '' });
  }

  /** Only to whoever made it. */
  last(): MadeCard | null {
    const kept = this.kept();
    return kept && kept.by === this.session.me()?.accountId ? kept : null;
  }

  /** The card to this very invitation, if it is still known here. */
  of(participantId: string, invitationId: string | undefined): MadeCard | null {
    const last = this.last();
    const isThis =
      last?.participantId === participantId && last.made.wayIn.invitation?.invitationId === invitationId;
    return isThis ? last : null;
  }
}
