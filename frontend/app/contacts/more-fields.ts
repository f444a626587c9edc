import { Component, computed, input, linkedSignal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { ParticipantView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { type Choice, Choices } from '../look/choices';
import { ManyChoices } from '../look/many-choices';
import { wrongWith } from '../problems/problem-words';
import {
  choicesOf,
  DIMENSION_HINT,
  DIMENSION_LABEL,
  PLACE_LABEL,
  STARTED_BY_LABEL,
  WAY_ICON,
  WAY_LABEL,
} from './contact-words';
import { GoalProgressFields } from './goal-progress-fields';
import type { LogForm } from './log-form';

/** How and where, and what it touched. All of it optional. */
@Component({
  selector: 'app-more-fields',
  imports: [Choices, FormField, GoalProgressFields, ManyChoices],
  templateUrl: './more-fields.html',
  styleUrl: './form-sections.scss',
})
export class MoreFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly participant = input<ParticipantView | null>(null);
  readonly problem = input<Problem | null>(null);

  protected readonly ways: Choice[] = choicesOf(WAY_LABEL).map((way) => ({
    ...way,
    icon: WAY_ICON[way.value],
  }));
  protected readonly places = choicesOf(PLACE_LABEL);
  protected readonly startedBy = choicesOf(STARTED_BY_LABEL);
  protected readonly dimensions: Choice[] = choicesOf(DIMENSION_LABEL).map((dimension) => ({
    ...dimension,
    hint: DIMENSION_HINT[dimension.value],
  }));
  protected readonly programs = computed<Choice[]>(() =>
    (this.participant()?.enrollments ?? [])
      .filter((stay) => !stay.closedOn)
      .map((stay) => ({ value: stay.programId, words: stay.programName })),
  );
  protected readonly goals = computed<Choice[]>(() =>
    (this.participant()?.goals ?? [])
      .filter((goal) => !goal.finishedOn && !goal.letGoOn)
      .map((goal) => ({ value: goal.goalId, words: goal.sentence })),
  );
  /** A section opens for what is in it, and never closes under somebody's fingers. */
  protected readonly isHowOpen = linkedSignal<boolean, boolean>({
    source: () => {
      const form = this.fields()().value();
      return !!(form.startedBy || form.way || form.place || form.minutes || form.programId);
    },
    computation: (isSaid, before) => isSaid || !!before?.value,
  });
  protected readonly isTouchedOpen = linkedSignal<boolean, boolean>({
    source: () => {
      const form = this.fields()().value();
      return form.dimensions.length + form.goalIds.length > 0;
    },
    computation: (isSaid, before) => isSaid || !!before?.value,
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }
}
