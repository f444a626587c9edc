import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { KeptProgram } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { ProgramLine } from './program-line';
import { SettingsApi } from './settings-api';

const KEPT_AS = 'new-program';

/** The programs people are enrolled in: added, renamed, closed and opened again. */
@Component({
  selector: 'app-programs-kept',
  imports: [Icon, MatButton, ProgramLine, TextField],
  template: `
    <section class="card stack" aria-labelledby="programs-title">
      <h2 id="programs-title">Programs</h2>
      <p class="quiet">Everybody here is enrolled in one or more. Reports count by program.</p>
      <ul>
        @for (program of programs(); track program.programId) {
          <li><app-program-line [program]="program" (changed)="changed.emit()" /></li>
        } @empty {
          <li class="quiet">None yet. Add the first one: nobody can be enrolled without.</li>
        }
      </ul>
      <form class="stack" (submit)="add($event)" novalidate aria-label="Add a program">
        <app-text-field
          fieldId="new-program"
          label="A new program"
          hint="As your funder or your people call it."
          [value]="typed()"
          (valueChange)="type($event)"
          [wrong]="wrong()"
        />
        <div>
          <button matButton="tonal" type="submit" [disabled]="isAdding()">
            <app-icon name="plus" />Add it
          </button>
        </div>
      </form>
    </section>
  `,
  styles: `
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class ProgramsKept {
  readonly programs = input.required<KeptProgram[]>();
  readonly changed = output();

  private readonly api = inject(SettingsApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  /** Typed and not sent yet, with the id it goes under: sent again after a lost answer, it is one program. */
  private readonly begun = this.kept.of<{ programId: string; name: string }>(KEPT_AS);
  private programId = this.begun?.programId ?? newId();
  protected readonly typed = signal(this.begun?.name ?? '');
  protected readonly isAdding = signal(false);
  private readonly problem = signal<Problem | null>(null);

  protected wrong(): string | null {
    return wrongWith(this.problem(), 'name') ?? this.problem()?.detail ?? null;
  }

  protected type(name: string): void {
    this.typed.set(name);
    this.kept.keep(KEPT_AS, name ? { programId: this.programId, name } : null);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.isAdding.set(true);
    this.problem.set(null);
    try {
      const { name } = await this.api.addProgram(this.programId, this.typed());
      this.programId = newId();
      this.type('');
      this.changed.emit();
      void this.notices.say(`${name} is there. People can be enrolled in it now.`);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isAdding.set(false);
    }
  }
}
