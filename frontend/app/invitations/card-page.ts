import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { dayOf, exactDay, timeOf } from '../look/time-words';
import { Session } from '../session/session';
import { CARD_WORDS } from './card-words';
import { MadeCards } from './made-cards';
import { QrCode } from './qr-code';

/**
 * The card, to print, cut out and hand over, or to show on the screen. Whoever finds it learns of a place, an address and
 * a code: no name of a person, no word of what it is for, and no number to call that would tell.
 */
@Component({
  imports: [Icon, MatButton, QrCode, RouterLink],
  templateUrl: './card-page.html',
  styleUrl: './card-page.scss',
})
export class CardPage {
  private readonly session = inject(Session);
  protected readonly card = inject(MadeCards).last();
  protected readonly words = CARD_WORDS[this.card?.language ?? 'en'];
  protected readonly language = this.card?.language ?? 'en';
  protected readonly place = `${location.host}/open`;
  protected readonly link = computed(() =>
    this.card ? new URL(this.card.made.invitationLink, location.origin).href : '',
  );
  protected readonly until = computed(() => {
    if (!this.card) return '';
    const zone = this.session.timeZone();
    const { expiresAt } = this.card.made;
    return this.words.until(
      exactDay(dayOf(expiresAt, zone), this.language),
      timeOf(expiresAt, zone, this.language),
    );
  });

  protected print(): void {
    print();
  }
}
