import { Component, inject, input, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Death } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { exactDay } from '../look/time-words';
import { RecordChanges } from '../participants/record-changes';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { DeathsApi } from './deaths-api';

interface Words {
  diedOn: string;
  familyWishes: string;
}

/** The day, and what the family wishes, set right: the first hours know little. Also once the record is closed. */
@Component({
  selector: 'app-set-death-right',
  imports: [BothVersions, FormField, KeyFor, MatButton, ProblemSummary, SuggestsWords, TextField],
  template: `
    @if (isOpen()) {
      <form
        class="stack"
        (submit)="$event.preventDefault(); save()"
        (input)="edit.keep()"
        novalidate
        aria-labelledby="right-title"
      >
        <h3 id="right-title">Set right what is known</h3>
        @if (edit.theirs(); as now) {
          <app-both-versions
            [mine]="lines(edit.model())"
            [theirs]="lines(now)"
            (keepMine)="edit.overTheirs(); save()"
            (takeTheirs)="edit.takeTheirs(); isOpen.set(false)"
          />
        }
        <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
        <app-text-field
          type="date"
          fieldId="right-day"
          label="The day they died"
          [formField]="fields.diedOn"
          [wrong]="wrong('diedOn')"
        />
        <div class="field">
          <label for="right-wishes">What the family wishes said, or left unsaid</label>
          <textarea appSuggestsWords id="right-wishes" rows="3" [formField]="fields.familyWishes"></textarea>
          <p class="wrong">{{ wrong('familyWishes') }}</p>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save</button>
          <button appKey="Escape" [keyKeepsWords]="true" matButton type="button" (click)="leave()">
            Leave it as it was
          </button>
        </div>
      </form>
    } @else {
      <button matButton type="button" (click)="isOpen.set(true)">Set the day or the wishes right</button>
    }
  `,
  styles: `
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class SetDeathRight {
  readonly death = input.required<Death>();

  private readonly api = inject(DeathsApi);
  private readonly changes = inject(RecordChanges);
  protected readonly edit = editing({
    saved: () => this.death(),
    typed: ({ diedOn, familyWishes }): Words => ({ diedOn, familyWishes }),
    keptAs: () => `death-right.${this.death().deathId}`,
    changed: () => this.changes.lookAgain(),
  });
  protected readonly fields = form(this.edit.model);
  /** What was typed before a reload opens with it. */
  protected readonly isOpen = linkedSignal({
    source: () => this.death().deathId,
    computation: () => this.edit.isKept(),
  });

  protected wrong(field: string): string | null {
    return wrongWith(this.edit.problem(), field);
  }

  protected lines({ diedOn, familyWishes }: Words): string[] {
    return [
      diedOn ? `Died on ${exactDay(diedOn, 'en')}` : 'No day',
      familyWishes.trim() || 'Nothing about what the family wishes',
    ];
  }

  protected async save(): Promise<void> {
    const words = this.edit.model();
    const isSaved = await this.edit.save(
      (version) => this.api.setRight({ ...this.death(), version }, words),
      'Set right. Thank you for looking after this.',
    );
    if (isSaved) this.isOpen.set(false);
  }

  protected leave(): void {
    this.edit.stands(this.death());
    this.isOpen.set(false);
  }
}
