import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ProgramChoice } from '../../api/contract';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { Session } from '../session/session';
import {
  type Fields,
  fieldsAtFirst,
  hasDays,
  isTaken,
  matchingOf,
  orderWords,
  stillNeeded,
} from './matching';
import type { DayOrder, Field, Matching, Move, MoveColumn } from '../../api/moving-contract';

interface Chosen {
  fields: Fields;
  dayOrder: DayOrder;
  programId: string;
}

/** Which column is what: guessed, said by a person. */
@Component({
  selector: 'app-match-columns',
  imports: [Choices, Icon, MatButton],
  templateUrl: './match-columns.html',
  styleUrl: './match-columns.scss',
})
export class MatchColumns {
  readonly move = input.required<Move>();
  readonly isSending = input(false);
  readonly matched = output<Matching>();

  private readonly kept = inject(Session).kept;
  private readonly programs = httpResource<{ items: ProgramChoice[] }>(() =>
    this.move().kind === 'people' ? '/api/programs' : undefined,
  );
  protected readonly programChoices = computed(() =>
    this.programs.hasValue() ? this.programs.value().items : [],
  );
  protected readonly orders = [
    { value: 'month first', words: 'Month first: 3/4/26 is March 4' },
    { value: 'day first', words: 'Day first: 3/4/26 is April 3' },
  ];
  /** What is chosen stays on this device until the server has it. */
  protected readonly chosen = linkedSignal<Chosen>(
    () => this.kept.of<Chosen>(this.keptAs()) ?? this.atFirst(),
  );
  protected readonly wasAsked = signal(false);
  protected readonly needed = computed(() => stillNeeded(this.move(), this.chosen().fields));
  protected readonly hasDays = computed(() => hasDays(this.move()));
  protected readonly orderWords = computed(() => orderWords(this.move()));
  protected readonly asksProgram = computed(
    () => this.move().kind === 'people' && this.programChoices().length > 0,
  );
  protected readonly hasProgramColumn = computed(() =>
    Object.values(this.chosen().fields).includes('program'),
  );
  private readonly keptAs = computed(() => `move-${this.move().moveId}-${this.move().told.sheetName ?? ''}`);

  protected choose(change: Partial<Chosen>): void {
    this.chosen.update((before) => ({ ...before, ...change }));
    this.kept.keep(this.keptAs(), this.chosen());
  }

  protected match(index: number, field: Field | ''): void {
    this.choose({ fields: { ...this.chosen().fields, [index]: field || null } });
  }

  protected isTaken(field: Field, index: number): boolean {
    return isTaken(this.chosen().fields, field, index);
  }

  /** Where a choice came from, while it still stands. */
  protected whence({ index, guess, isRemembered }: MoveColumn): string {
    const field = this.chosen().fields[index] ?? null;
    if (field !== guess) return '';
    if (isRemembered) return 'As last time';
    return field === null ? '' : 'Our guess';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.wasAsked.set(true);
    if (this.needed().length > 0) return;
    const { fields, dayOrder, programId } = this.chosen();
    this.kept.keep(this.keptAs(), null);
    this.matched.emit(matchingOf(fields, dayOrder, programId));
  }

  private atFirst(): Chosen {
    const move = this.move();
    return { fields: fieldsAtFirst(move), dayOrder: move.dayOrder, programId: move.programId ?? '' };
  }
}
