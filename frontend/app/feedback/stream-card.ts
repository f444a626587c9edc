import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Contact, Feedback, StreamItem } from '../../api/contract';
import { OUTCOME_LABEL, PLACE_LABEL, WAY_LABEL } from '../contacts/contact-words';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { Session } from '../session/session';
import { FeedbackSaid } from './feedback-said';
import { BECAUSE_WORDS } from './feedback-words';
import { SaidBefore } from './said-before';
import { SayMore } from './say-more';

/** One contact in the stream: read at a glance, answered with one tap. */
@Component({
  selector: 'app-stream-card',
  imports: [Card, FeedbackSaid, Icon, KeyFor, MatButton, RouterLink, SaidBefore, SayMore, When],
  templateUrl: './stream-card.html',
  styleUrls: ['../contacts/said-in-contact.scss', './stream-card.scss'],
})
export class StreamCard {
  readonly item = input.required<StreamItem>();
  readonly seen = output();
  readonly thanked = output();
  readonly said = output<Feedback>();
  readonly changed = output<StreamItem>();

  private readonly kept = inject(Session).kept;
  protected readonly because = BECAUSE_WORDS;
  protected readonly outcome = OUTCOME_LABEL;
  protected readonly isWhole = signal(false);
  /** Opened by itself where words are waiting to be sent; then it stays as it was left, whatever comes in. */
  protected readonly isSaying = linkedSignal<string, boolean>({
    source: () => this.item().contact.contactId,
    computation: (contactId, before) => before?.value ?? this.kept.of(`feedback.${contactId}`) !== null,
  });
  /** What it said when it came onto this page. */
  private readonly asItCame = linkedSignal<Contact, Contact>({
    source: () => this.item().contact,
    computation: (contact, before) => before?.value ?? contact,
  });
  /** What it said when it was last read: here, on this page, or when it was seen. */
  protected readonly before = computed(() => {
    const { contact, saidWhenSeen } = this.item();
    const came = this.asItCame();
    if (came.version < contact.version)
      return { title: `${contact.coach.name} changed it just now`, contact: came };
    return saidWhenSeen ? { title: 'What is different', contact: saidWhenSeen as Partial<Contact> } : null;
  });
  protected readonly facts = computed(() => {
    const { way, place, minutes } = this.item().contact;
    return [way && WAY_LABEL[way], place && PLACE_LABEL[place], minutes && `${minutes} minutes`].filter(
      Boolean,
    );
  });
  protected readonly isThanked = computed(() => this.item().feedback.some(({ kind }) => kind === 'thanks'));

  protected heard(said: Feedback): void {
    this.isSaying.set(false);
    this.said.emit(said);
  }
}
