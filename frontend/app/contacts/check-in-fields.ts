import { Component, computed, input, linkedSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { v7 as newId } from 'uuid';
import type { Problem } from '../../api/problem';
import { type FilledIn, isUntouched } from '../check-ins/filled-in';
import { MoodChoice } from '../check-ins/mood-choice';
import { SayMore } from '../check-ins/say-more';
import { Icon } from '../look/icon';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import type { LogForm } from './log-form';

/** How they say they are, entered during the contact. It stays closed until it is wanted, and nothing of it is needed. */
@Component({
  selector: 'app-check-in-fields',
  imports: [Icon, MoodChoice, SayMore, SuggestsWords],
  template: `
    <details [open]="isOpen()" (toggle)="isOpen.set($any($event.target).open)">
      <summary><app-icon name="heart" />Check-in, in their words</summary>
      @if (isOpen()) {
        @defer (on immediate) {
          <div class="inside">
            <p class="quiet">
              Ask, and enter what {{ name() || 'the participant' }} says. They read it too, and that you
              entered it.
            </p>
            <app-mood-choice [value]="said().mood" (valueChange)="say({ mood: $event })" />
            <p class="wrong" role="alert">{{ wrong() }}</p>
            <app-say-more [value]="said()" (valueChange)="say($event)" />
            <div class="field">
              <label for="check-in-said">In their words</label>
              <textarea
                appSuggestsWords
                id="check-in-said"
                rows="2"
                maxlength="2000"
                [value]="said().words"
                (input)="say({ words: $any($event.target).value })"
              ></textarea>
            </div>
          </div>
        }
      }
    </details>
  `,
  styleUrl: './form-sections.scss',
})
export class CheckInFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly name = input('');
  readonly problem = input<Problem | null>(null);

  private readonly value = computed(() => this.fields().checkIn().value());
  protected readonly said = computed(() => this.value().said);
  protected readonly wrong = computed(() => wrongWith(this.problem(), 'checkIn'));
  /** Open where something is in it: a draft gone on with shows what it holds. */
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => !isUntouched(this.said()) || !!this.wrong(),
    computation: (isSaid, before) => isSaid || (before?.value ?? false),
  });

  protected say(said: Partial<FilledIn>): void {
    this.fields()
      .checkIn()
      .value.update((now) => ({ checkInId: now.checkInId || newId(), said: { ...now.said, ...said } }));
  }
}
