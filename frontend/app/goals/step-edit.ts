import { Component, effect, inject, input, type OnInit, output, signal } from '@angular/core';
import type { Step } from '../../api/contract';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { GoalsApi } from './goals-api';

/** A step is put in other words, or given another day. */
@Component({
  selector: 'app-step-edit',
  imports: [TakesFocus],
  template: `
    <form class="stack" novalidate (submit)="save($event)">
      <div class="field">
        <label [for]="'words-' + step().stepId" i18n="@@goals.stepWords">The step</label>
        <input
          appTakesFocus
          [id]="'words-' + step().stepId"
          maxlength="300"
          autocomplete="off"
          [value]="words()"
          (input)="words.set(valueOf($event))"
        />
      </div>
      <div class="field">
        <label [for]="'by-' + step().stepId" i18n="@@goals.byOn">By which day? (if you like)</label>
        <input
          type="date"
          [id]="'by-' + step().stepId"
          [attr.min]="today"
          [value]="byOn()"
          (input)="byOn.set(valueOf($event))"
        />
      </div>
      <p role="alert">
        {{ trouble() }}
        @if (theirs(); as other) {
          <b>{{ other.words }}</b>
        }
      </p>
      <div class="row">
        <button class="button soft" type="submit" i18n="@@goals.saveStep">Save</button>
        <button class="plain-button" type="button" (click)="cancel()">
          <u i18n="@@goals.leaveAsIs">Leave it as it was</u>
        </button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      padding-block: 12px;
    }
    [role='alert'] {
      font-weight: 550;
    }
  `,
})
export class StepEdit implements OnInit {
  readonly step = input.required<Step>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(GoalsApi);
  private readonly kept = inject(Session).kept;
  protected readonly today = inject(Session).today();
  /** The one these words go on from. */
  private begunOn!: Step;
  protected readonly words = signal('');
  protected readonly byOn = signal('');
  protected readonly trouble = signal('');
  /** On 412: as the other left it; saving once more puts these words in its place. */
  protected readonly theirs = signal<Step | null>(null);

  constructor() {
    effect(() => {
      const [words, byOn] = [this.words(), this.byOn()];
      if (words) this.kept.keep(this.keptAs(), { words, byOn, version: this.begunOn.version });
    });
  }

  ngOnInit(): void {
    const kept = this.kept.of<{ words: string; byOn: string; version: number }>(this.keptAs());
    this.begunOn = { ...this.step(), version: kept?.version ?? this.step().version };
    this.words.set(kept?.words ?? this.begunOn.words);
    this.byOn.set(kept?.byOn ?? this.begunOn.byOn ?? '');
  }

  protected cancel(): void {
    this.kept.keep(this.keptAs(), null);
    this.cancelled.emit();
  }

  private keptAs(): string {
    return `goals.reword.${this.step().stepId}`;
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.trouble.set('');
    const byOn = this.byOn();
    try {
      await this.api.reword(this.begunOn, { words: this.words(), ...(byOn ? { byOn } : {}) });
      this.kept.keep(this.keptAs(), null);
      this.done.emit();
    } catch (failure) {
      const { status, fields, detail, current } = problemOf(failure);
      if (status === 412) {
        this.begunOn = current as Step;
        this.theirs.set(this.begunOn);
        this.trouble.set(
          $localize`:@@goals.stepClash:Somebody changed this step. Save again to keep your words, or leave theirs:`,
        );
      } else this.trouble.set(fields?.[0]?.detail ?? detail);
    }
  }
}
