import { Component, model } from '@angular/core';
import { MoodDrawing } from './mood-drawing';
import { MOOD_WORDS, type Mood, MOODS } from './mood-words';

let made = 0;

/** How somebody is, in one touch: four big tiles with a word and a bit of weather. */
@Component({
  selector: 'app-mood-choice',
  imports: [MoodDrawing],
  template: `
    <fieldset>
      <legend class="only-heard" i18n="@@checkIn.mood">How you are</legend>
      @for (mood of moods; track mood) {
        <label [class.chosen]="mood === value()">
          <input
            type="radio"
            class="only-heard"
            required
            [name]="group"
            [value]="mood"
            [checked]="mood === value()"
            (change)="value.set(mood)"
          />
          <app-mood-drawing [mood]="mood" />
          <span>{{ words[mood] }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    fieldset {
      display: grid;
      gap: 10px;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    @container (min-width: 480px) {
      fieldset {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
    }
    label {
      position: relative;
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 4px;
      min-height: 96px;
      padding: 8px;
      border: 2px solid transparent;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-surface-container-lowest);
      box-shadow: var(--shadow);
      font: 600 1.125rem/1.3 var(--brand);
      text-align: center;
      cursor: pointer;
      transition: background 120ms;
    }
    app-mood-drawing {
      font-size: 1.125rem;
      color: var(--mat-sys-primary);
    }
    label:hover {
      border-color: var(--mat-sys-outline-variant);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
    .chosen,
    .chosen:hover {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .chosen app-mood-drawing {
      color: inherit;
    }
  `,
})
export class MoodChoice {
  readonly value = model<Mood | null>(null);
  protected readonly moods = MOODS;
  protected readonly words = MOOD_WORDS;
  protected readonly group = `mood-${made++}`;
}
