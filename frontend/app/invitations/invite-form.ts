import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { MadeInvitation, WayIn } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { type Choice, Choices } from '../look/choices';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { WayInApi } from './way-in-api';

/** Makes a link and a card: for a first account, or, after a look at the person, for one whose way in was lost. */
@Component({
  selector: 'app-invite-form',
  imports: [Choices, FormField, KeyFor, MatButton, TextField],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      @if (!way().hasAccount) {
        <app-text-field
          fieldId="way-in-name"
          label="Sign-in name"
          hint="Others may see it. A first name and a number say nothing more; never a family name or a birthday."
          [isPlain]="true"
          [wrong]="wrong('signInName')"
          [formField]="fields.signInName"
        />
      }
      @if (way().isOpened) {
        <p>
          First look at them: together in a room, or by video. Never by questions: whoever knows them well
          knows the answers. When the new card is used, the old passphrase and passkeys open nothing, and
          every open page ends.
        </p>
        <app-choices
          legend="How did you look at them?"
          [mayLetGo]="false"
          [choices]="looks"
          [formField]="fields.lookedHow"
        />
        <p class="field">
          <span class="wrong">{{ wrong('lookedHow') }}</span>
        </p>
      } @else if (way().invitation && !way().invitation?.isExpired) {
        <p>The card and the link from before open nothing as soon as there is a new one.</p>
      }
      <p class="field">
        <span class="wrong" role="alert">{{ trouble() }}</span>
      </p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">Make card and link</button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: '../participants/record-forms.scss',
})
export class InviteForm {
  readonly participantId = input.required<string>();
  readonly way = input.required<WayIn>();
  readonly made = output<MadeInvitation>();
  readonly cancelled = output();

  private readonly api = inject(WayInApi);
  /** Sent again after a lost answer, it is one invitation. */
  private readonly invitationId = uuidv7();
  protected readonly looks: Choice[] = [
    { value: 'in person', words: 'In person', icon: 'together' },
    { value: 'video', words: 'By video', icon: 'video' },
  ];
  private readonly words = linkedSignal<string, { signInName: string; lookedHow: string }>({
    source: () => this.way().proposedSignInName ?? '',
    // what was typed stays when the page looks again
    computation: (proposed, before) => before?.value ?? { signInName: proposed, lookedHow: '' },
  });
  protected readonly fields = form(this.words);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly trouble = computed(() => {
    const problem = this.problem();
    return problem && !problem.fields?.length ? problem.detail : '';
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { signInName, lookedHow } = this.words();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      this.made.emit(
        await this.api.invite(this.participantId(), {
          invitationId: this.invitationId,
          ...(this.way().hasAccount ? {} : { signInName: signInName.trim() }),
          ...(lookedHow ? { lookedHow } : {}),
        }),
      );
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
