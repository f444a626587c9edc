import {
  afterNextRender,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { KeyFor } from '../keys/key';
import { TextField } from '../people/text-field';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';

/**
 * The words that a step asks for: what is missing, why something is taken away. They stay on the device until the server
 * has them, also when the form is closed for now.
 */
@Component({
  selector: 'app-words-form',
  imports: [KeyFor, MatButton, TextField],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); save()" novalidate>
      <app-text-field
        [fieldId]="keptAs()"
        [label]="label()"
        [hint]="hint()"
        [wrong]="wrong()"
        [value]="words()"
        (valueChange)="type($event)"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">{{ action() }}</button>
        <button matButton type="button" appKey="Escape" [keyKeepsWords]="true" (click)="closed.emit()">
          Not now
        </button>
      </div>
    </form>
  `,
})
export class WordsForm {
  /** Names what is typed on the device, and the field on the page. */
  readonly keptAs = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly action = input.required<string>();
  /** A string that comes back says why it was not done after all. */
  readonly send = input.required<(words: string) => Promise<unknown>>();
  readonly done = output<void>();
  readonly closed = output<void>();

  private readonly kept = inject(Session).kept;
  protected readonly words = linkedSignal(() => this.kept.of<string>(this.keptAs()) ?? '');
  protected readonly wrong = signal<string | null>(null);
  protected readonly isSaving = signal(false);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const opener = document.activeElement as HTMLElement | null;
    afterNextRender(() => element.querySelector('input')?.focus());
    inject(DestroyRef).onDestroy(() => opener?.isConnected && opener.focus());
  }

  protected type(words: string): void {
    this.words.set(words);
    this.kept.keep(this.keptAs(), words || null);
  }

  protected async save(): Promise<void> {
    if (!this.words().trim()) return this.wrong.set('A few words are needed here.');
    this.isSaving.set(true);
    this.wrong.set(null);
    try {
      const left = await this.send()(this.words());
      if (typeof left === 'string') return this.wrong.set(left);
      this.kept.keep(this.keptAs(), null);
      this.done.emit();
    } catch (failure) {
      const { detail, fields } = problemOf(failure);
      this.wrong.set(fields?.[0]?.detail ?? detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
