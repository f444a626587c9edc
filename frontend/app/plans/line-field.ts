import { afterNextRender, Component, type ElementRef, input, model, output, viewChild } from '@angular/core';
import { Icon } from '../look/icon';

let made = 0;

/** A field for one line of a plan, in one's own words. Return adds it. */
@Component({
  selector: 'app-line-field',
  imports: [Icon],
  template: `
    <label class="only-heard" [for]="id">{{ label() }}</label>
    <textarea
      #field
      rows="1"
      maxlength="300"
      dir="auto"
      enterkeyhint="done"
      [id]="id"
      [placeholder]="placeholder()"
      [value]="words()"
      (input)="words.set(field.value)"
      (keydown.enter)="add($event)"
    ></textarea>
    <button class="button soft" type="button" [disabled]="!words().trim()" (click)="add()">
      <app-icon [name]="isNew() ? 'plus' : 'check'" />
      @if (isNew()) {
        <span i18n="@@plan.line.add">Add</span>
      } @else {
        <span i18n="@@plan.line.done">Done</span>
      }
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
    textarea {
      min-height: 52px;
      max-height: 30dvh;
      resize: none;
    }
    .button {
      padding-inline: 16px 20px;
    }
  `,
})
export class LineField {
  readonly words = model.required<string>();
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly isNew = input(true);
  /** Whether it takes the focus as it appears: somebody asked for it. */
  readonly takesFocus = input(true);
  readonly done = output<string>();
  protected readonly id = `plan-line-${made++}`;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  constructor() {
    afterNextRender(() => {
      if (this.takesFocus()) this.focus();
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected add(event?: Event): void {
    event?.preventDefault();
    const words = this.words().trim();
    if (words) this.done.emit(words);
    this.focus();
  }
}
