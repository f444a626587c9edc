import { Component, computed, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachWish } from '../../api/contract';
import { Choices } from '../look/choices';
import { ManyChoices } from '../look/many-choices';
import { SuggestsWords } from '../words/suggests-words';
import { LANGUAGE_WORDS } from './wish-lines';
import type { Noted } from './wish-typing';

/** Asked the same way wherever staff ask it: whom somebody wishes for, and what they say of themself for finding one. */
@Component({
  selector: 'app-wish-fields',
  imports: [Choices, ManyChoices, MatButton, SuggestsWords],
  templateUrl: './wish-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 24px;
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class WishFields {
  readonly wish = model.required<Noted>();
  /** The short list, in words. */
  readonly choices = input.required<CoachWish['choices']>();
  /** Whom they may ask for by name; empty where no list is shown. */
  readonly coaches = input<{ accountId: string; name: string }[]>([]);
  protected readonly languages = Object.entries(LANGUAGE_WORDS).map(([value, words]) => ({ value, words }));
  protected readonly named = computed(() =>
    this.coaches().map(({ accountId, name }) => ({ accountId, name })),
  );

  protected set(change: Partial<Noted>): void {
    this.wish.update((before) => ({ ...before, ...change }));
  }

  protected askedFor(accountId: string): void {
    this.set({ wishedCoach: this.named().find((coach) => coach.accountId === accountId) ?? null });
  }
}
