import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import type { LogForm } from './log-form';

/**
 * Two notes with two readers; each says plainly who they are. The team's words are no SUD counseling notes, so they go
 * with the record when it is formally asked for: by the participant (42 CFR 2.23, 45 CFR 164.524), or by an order of a
 * court (42 CFR 2.61 to 2.67).
 */
@Component({
  selector: 'app-note-fields',
  imports: [FormField, Icon, SuggestsWords],
  template: `
    @let form = fields();
    <div class="card stack">
      <div class="field">
        <label for="shared-note">Note for both of you</label>
        <p class="hint" id="shared-hint">
          <app-icon name="eye" /> {{ name() || 'The participant' }} can read this.
        </p>
        <textarea
          appSuggestsWords
          id="shared-note"
          rows="3"
          [formField]="form.sharedNote"
          [attr.aria-invalid]="!!wrong('sharedNote')"
          aria-describedby="shared-hint shared-wrong"
        ></textarea>
        <p class="wrong" id="shared-wrong">{{ wrong('sharedNote') }}</p>
      </div>
      <div class="field">
        <label for="team-note">Note for the team only</label>
        <p class="hint" id="team-hint">
          <app-icon name="lock" /> Stays with the team. A formal request for the record, by
          {{ name() || 'the participant' }} or by a court, can still release these words.
        </p>
        <textarea
          appSuggestsWords
          id="team-note"
          rows="3"
          [formField]="form.teamNote"
          [attr.aria-invalid]="!!wrong('teamNote')"
          aria-describedby="team-hint team-wrong"
        ></textarea>
        <p class="wrong" id="team-wrong">{{ wrong('teamNote') }}</p>
      </div>
    </div>
  `,
  styles: `
    .hint app-icon {
      inline-size: 1.2em;
      vertical-align: middle;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class NoteFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly name = input('');
  readonly problem = input<Problem | null>(null);

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }
}
