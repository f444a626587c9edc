import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { NeutralName as NeutralNameView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { problemOf, wrongWith } from '../problems/problem-words';
import { TextField } from './text-field';

/** The name on participants' cards and at the door: anybody may read it, so it says nothing of what you do. */
@Component({
  selector: 'app-neutral-name',
  imports: [MatButton, TextField],
  template: `
    @if (page.hasValue()) {
      @let known = page.value().neutralName;
      <section class="card stack" aria-labelledby="neutral-name-title">
        <h2 id="neutral-name-title">Name on cards and at the door</h2>
        @if (typed() === null) {
          <p>
            @if (known) {
              <b>{{ known }}</b>. It stands where others may read along, instead of your full name.
            } @else {
              None yet: cards show no name, and the sign-in page shows your full one.
            }
          </p>
          <div>
            <button matButton="outlined" type="button" (click)="typed.set(known)">
              {{ known ? 'Change' : 'Choose one' }}<span class="only-heard"> the name on cards</span>
            </button>
          </div>
        } @else {
          <form class="stack" (submit)="save($event, known)" novalidate>
            <app-text-field
              fieldId="neutral-name"
              label="A name that could be anything"
              hint="As in Harbor. No word of recovery, help or health. Left empty, nothing is shown."
              [wrong]="wrong()"
              [value]="typed()!"
              (valueChange)="typed.set($event)"
            />
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving()">Save the name</button>
              <button matButton type="button" (click)="cancel()">Cancel</button>
            </div>
          </form>
        }
      </section>
    }
  `,
})
export class NeutralName {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  protected readonly page = httpResource<NeutralNameView>(() => '/api/organization/neutral-name');
  /** Null while nobody changes it. */
  protected readonly typed = signal<string | null>(null);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);

  protected wrong(): string | null {
    const problem = this.problem();
    return wrongWith(problem, 'neutralName') ?? problem?.detail ?? null;
  }

  protected cancel(): void {
    this.typed.set(null);
    this.problem.set(null);
  }

  protected async save(event: Event, before: string): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.put(this.typed() ?? '', before);
      this.typed.set(null);
    } catch (failure) {
      this.show(failure);
    } finally {
      this.isSaving.set(false);
    }
  }

  private async put(neutralName: string, before: string): Promise<void> {
    const saved = await firstValueFrom(
      this.http.put<NeutralNameView>('/api/organization/neutral-name', { neutralName, before }),
    );
    this.page.set(saved);
    void this.notices.say('Saved: the name on cards.', {
      label: 'Undo',
      undo: () => void this.put(before, saved.neutralName).catch((failure) => this.show(failure)),
    });
  }

  /** What another set meanwhile is shown; what was typed stays in its field. */
  private show(failure: unknown): void {
    const problem = problemOf(failure);
    const current = problem.status === 412 ? (problem.current as NeutralNameView) : null;
    if (!current) return this.problem.set(problem);
    this.page.set(current);
    const detail = `Somebody just set it to “${current.neutralName || 'nothing'}”. Save again to have yours.`;
    this.problem.set({ ...problem, detail });
  }
}
