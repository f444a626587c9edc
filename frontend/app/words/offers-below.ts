import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Icon } from '../look/icon';
import type { KinderWord } from './kinder-words';
import { SOURCE, WHYS } from './whys';

export interface Taking {
  word: KinderWord;
  offer: string;
}

/** Under a field: one word at a time, what may stand there instead, and why. Nothing has to be answered. */
@Component({
  selector: 'app-offers-below',
  imports: [Icon],
  template: `
    @if (word(); as word) {
      <div role="group" aria-label="Kinder words" (mousedown)="keepFocus($event)">
        <p class="small" [id]="describedBy()">
          {{ words().length === 1 ? '1 word' : words().length + ' words' }} might be kinder:
          <span class="typed">{{ word.typed }}</span>
          @if (words().length > 1) {
            <button class="plain-button" type="button" (click)="next.emit()">
              <u>{{ at() + 1 }} of {{ words().length }}<span class="only-heard">, show the next</span></u>
            </button>
          }
        </p>
        <div class="offers">
          @for (offer of word.offers; track offer) {
            <button class="offer" type="button" (click)="take.emit({ word, offer })">
              <span class="only-heard">Write</span> {{ offer }}
            </button>
          }
          <button class="quiet-one" type="button" (click)="leave.emit(word)">Leave it</button>
          <button
            class="quiet-one"
            type="button"
            [attr.aria-expanded]="isWhyOpen()"
            (click)="isWhyOpen.set(!isWhyOpen())"
          >
            Why?
          </button>
        </div>
        @if (isWhyOpen()) {
          <p class="small why">
            {{ why().words }}
            @if (why().isFromSource) {
              <a [href]="source.link" target="_blank" rel="noreferrer">{{ source.name }}</a>
            }
          </p>
        }
      </div>
    } @else if (isTaken()) {
      <p class="small taken">
        <app-icon name="check" /> Changed.
        <button class="plain-button" type="button" (mousedown)="keepFocus($event)" (click)="undo.emit()">
          <u>Undo</u>
        </button>
      </p>
    } @else if (wasOpen()) {
      <p></p>
    }
  `,
  styleUrl: './offers-below.scss',
})
export class OffersBelow {
  readonly words = input.required<KinderWord[]>();
  /** Which of them is looked at. */
  readonly at = input(0);
  /** Whether one was taken just now. */
  readonly isTaken = input(false);
  /** Whether there was anything to say before: the place stays, so that nothing below jumps. */
  readonly wasOpen = input(false);
  readonly describedBy = input.required<string>();
  readonly take = output<Taking>();
  readonly leave = output<KinderWord>();
  readonly next = output();
  readonly undo = output();

  protected readonly word = computed(() => this.words()[this.at()]);
  protected readonly why = computed(() => WHYS[this.word()!.why]);
  protected readonly source = SOURCE;
  private readonly typed = computed(() => this.word()?.typed);
  /** The reason closes when another word is looked at. */
  protected readonly isWhyOpen = linkedSignal({ source: this.typed, computation: () => false });

  /** A touch here leaves the focus, and the phone's keyboard, with the field. */
  protected keepFocus(event: Event): void {
    if (!(event.target as Element).closest('a')) event.preventDefault();
  }
}
