import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Contact } from '../../api/contract';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { pageLanguage } from '../look/language';
import { dayOf, exactDay, timeOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';
import { AddAddendum } from './add-addendum';
import { ContactVersions } from './contact-versions';
import { OUTCOME_LABEL, PLACE_LABEL, WAY_ICON, WAY_LABEL } from './contact-words';
import { VoidContact } from './void-contact';
import { WrongPerson } from './wrong-person';

type Doing = 'void' | 'wrong person' | 'addendum' | 'versions' | null;

/** One contact on the timeline; opened, everything said about it and what may still be done. */
@Component({
  selector: 'app-contact-card',
  imports: [
    AddAddendum,
    Card,
    KeyFor,
    ContactVersions,
    Icon,
    MatButton,
    RouterLink,
    VoidContact,
    When,
    WrongPerson,
  ],
  templateUrl: './contact-card.html',
  styleUrls: ['./said-in-contact.scss', './contact-card.scss'],
})
export class ContactCard {
  readonly contact = input.required<Contact>();
  readonly changed = output();

  private readonly session = inject(Session);
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');
  protected readonly isOpen = signal(false);
  protected readonly doing = signal<Doing>(null);
  protected readonly icon = computed<IconName>(() => WAY_ICON[this.contact().way ?? 'phone']);
  protected readonly isReached = computed(() => this.contact().outcome === 'reached');
  protected readonly outcome = computed(() => OUTCOME_LABEL[this.contact().outcome]);
  protected readonly isCoach = this.session.isCoach;
  protected readonly isMine = computed(() => this.contact().coach.accountId === this.session.me()?.accountId);
  protected readonly facts = computed(() => {
    const { way, place, minutes, startedBy, coach } = this.contact();
    const who =
      startedBy && { coach: `${coach.name} reached out`, participant: 'They reached out' }[startedBy];
    return [way && WAY_LABEL[way], place && PLACE_LABEL[place], minutes && `${minutes} minutes`, who].filter(
      Boolean,
    );
  });

  /** The local day it was recorded on, which a late entry shows beside its own. */
  protected readonly recordedOn = computed(() => dayOf(this.contact().recordedAt, this.session.timeZone()));
  protected readonly exact = computed(() => exactDay(this.contact().occurredOn, pageLanguage()));

  protected at(instant: string): string {
    const zone = this.session.timeZone();
    const language = pageLanguage();
    return `${exactDay(dayOf(instant, zone), language)}, ${timeOf(instant, zone, language)}`;
  }

  /** The form is gone; the card's own button takes the focus it had. */
  protected stop(): void {
    this.doing.set(null);
    this.head().nativeElement.focus();
  }

  protected done(): void {
    this.doing.set(null);
    this.changed.emit();
  }
}
