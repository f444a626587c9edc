import { Component, input, model } from '@angular/core';

let made = 0;

/** One thing as both records say it. Where they differ one of the two is chosen. */
@Component({
  selector: 'app-two-said',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <div class="two">
        @for (side of sides(); track $index) {
          @if (mayChoose() && side.value) {
            <label [class.chosen]="side.value === value()">
              <input
                type="radio"
                [name]="group"
                [checked]="side.value === value()"
                (change)="value.set(side.value)"
              />
              <span
                >{{ side.words
                }}<span class="only-heard"> of {{ $first ? 'the first' : 'the second' }} record</span></span
              >
            </label>
          } @else {
            <ul class="said" [class.nothing]="!side.words">
              @for (line of lines(side.words); track $index) {
                <li>{{ line }}</li>
              }
            </ul>
          }
        }
      </div>
    </fieldset>
  `,
  styleUrl: './two-said.scss',
})
export class TwoSaid {
  readonly label = input.required<string>();
  /** What each says: the value that can be chosen, and the words for it, several lines with line breaks between. */
  readonly sides = input.required<{ value: string; words: string }[]>();
  readonly mayChoose = input(false);
  /** Said of the one that has none of it. */
  readonly nothing = input('Not said');
  readonly value = model('');
  protected readonly group = `two-said-${made++}`;

  protected lines(words: string): string[] {
    return words ? words.split('\n') : [this.nothing()];
  }
}
