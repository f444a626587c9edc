import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Handover } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { HandoversApi } from './handovers-api';

/** The line: all that is typed of a handover. What is typed stays through a reload until the server has it. */
@Component({
  selector: 'app-line-form',
  imports: [BothVersions, KeyFor, MatButton, SuggestsWords],
  template: `
    @if (clash(); as now) {
      <app-both-versions
        [mine]="[words()]"
        [theirs]="[now.line?.words ?? 'Nothing']"
        (keepMine)="save(now.version)"
        (takeTheirs)="takeTheirs()"
      />
    } @else {
      <form class="stack" (submit)="$event.preventDefault(); save(handover().version)">
        <div class="field">
          <label for="line">A line for {{ handover().to?.name ?? 'the next coach' }}</label>
          <textarea
            appSuggestsWords
            id="line"
            rows="3"
            maxlength="2000"
            [value]="words()"
            (input)="type($any($event.target).value)"
            aria-describedby="line-hint line-wrong"
          ></textarea>
          <p class="hint" id="line-hint">
            What a good colleague would say. Everything else is on the page already.
          </p>
          <p class="wrong" id="line-wrong" role="alert">{{ wrong() }}</p>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">Save the line</button>
          <button appKey="Escape" [keyKeepsWords]="true" matButton type="button" (click)="done.emit(null)">
            Cancel
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
  `,
})
export class LineForm {
  readonly handover = input.required<Handover>();
  /** The handover as it then is; null when nothing was changed. */
  readonly done = output<Handover | null>();

  private readonly api = inject(HandoversApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  private readonly keptAs = computed(() => `handover-line.${this.handover().handoverId}`);
  private readonly typed = signal<string | null>(null);
  protected readonly words = computed(
    () => this.typed() ?? this.kept.of<string>(this.keptAs()) ?? this.handover().line?.words ?? '',
  );
  protected readonly clash = signal<Handover | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');

  protected type(words: string): void {
    this.typed.set(words);
    this.kept.keep(this.keptAs(), words);
  }

  protected async save(version: number): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      const saved = await this.api.writeLine(this.handover(), version, this.words());
      this.kept.keep(this.keptAs(), null);
      void this.notices.say('The line is saved.');
      this.done.emit(saved);
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 412) this.clash.set(problem.current as Handover);
      else this.wrong.set(`${problem.detail} What you typed is still here.`);
    } finally {
      this.isSaving.set(false);
    }
  }

  protected takeTheirs(): void {
    this.kept.keep(this.keptAs(), null);
    this.done.emit(this.clash());
  }
}
