import { Component, computed, input, model, signal } from '@angular/core';
import { charactersMissing, charactersOver, strengthOf } from './password-strength';

/** A password that somebody chooses, shown while it is typed, with a word on how good it is. */
@Component({
  selector: 'app-new-password-field',
  template: `
    <div class="field">
      <label for="new-password">
        @if (isPassphrase()) {
          <ng-container i18n="@@invitation.passphrase">Your passphrase</ng-container>
        } @else {
          <ng-container i18n="@@invitation.password">Your new password</ng-container>
        }
      </label>
      <input
        id="new-password"
        [type]="isShown() ? 'text' : 'password'"
        [value]="value()"
        (input)="value.set($any($event.target).value)"
        autocapitalize="none"
        autocomplete="new-password"
        spellcheck="false"
        [attr.aria-invalid]="isWrong() || null"
        aria-describedby="new-password-hint new-password-strength"
      />
      <p class="hint" id="new-password-hint" i18n="@@invitation.hint">
        15 letters or more. Four or five words that only you would put together, like “blue boots on my
        porch”.
      </p>
      <p id="new-password-strength" role="status">
        @switch (strength()) {
          @case ('short') {
            @if (missing() < 15) {
              <span i18n="@@invitation.short">{{ missing() }} more to go.</span>
            }
          }
          @case ('long') {
            <span i18n="@@invitation.long">{{ over() }} too many.</span>
          }
          @case ('repeating') {
            <span i18n="@@invitation.repeating"
              >Long enough, but the same few letters. Add another word.</span
            >
          }
          @case ('good') {
            <span i18n="@@invitation.good">That is a good one.</span>
          }
          @case ('strong') {
            <span i18n="@@invitation.strong">That is a very strong one.</span>
          }
        }
      </p>
    </div>
    <label class="tick">
      <input type="checkbox" [checked]="isShown()" (change)="isShown.set($any($event.target).checked)" />
      <span i18n="@@invitation.show">Show it while I type</span>
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    #new-password-strength {
      min-height: 1.5em;
      font-weight: 550;
    }
  `,
})
export class NewPasswordField {
  readonly value = model.required<string>();
  /** What participants have is called a passphrase. */
  readonly isPassphrase = input(false);
  readonly isWrong = input(false);

  protected readonly isShown = signal(true);
  protected readonly strength = computed(() => strengthOf(this.value()));
  protected readonly missing = computed(() => charactersMissing(this.value()));
  protected readonly over = computed(() => charactersOver(this.value()));
}
