import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoices, ProgramChoice, StayBegun, StaysPage } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { newId } from '../look/new-id';
import { TakesFocus } from '../look/takes-focus';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { StaysApi } from './stays-api';

/** A stay that began just now, and who walks along from today. */
export interface Begun extends StayBegun {
  coachName: string | null;
}

const PROGRAM_MISSING: Problem = {
  ...{ status: 422, code: 'input-invalid', title: $localize`Not enrolled yet`, detail: '' },
  fields: [{ path: 'programId', code: 'missing', detail: $localize`Choose a program.` }],
};

interface Typed {
  /** Of what is sent: the same however often it is, another one for other words. */
  enrollmentId: string;
  programId: string;
  enrolledOn: string;
  agreedCadenceDays: string;
  coachId: string;
  coachReason: string;
}

/** A new stay of somebody who was here before: program, day, coach. */
@Component({
  selector: 'app-enroll-again',
  imports: [KeyFor, MatButton, NotSentYet, ProblemSummary, SuggestsWords, TakesFocus],
  templateUrl: './enroll-again.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 16px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class EnrollAgain {
  readonly participantId = input.required<string>();
  readonly stays = input.required<StaysPage>();
  readonly done = output<Begun>();
  readonly cancelled = output();

  private readonly api = inject(StaysApi);
  private readonly session = inject(Session);
  private readonly programs = httpResource<{ items: ProgramChoice[] }>(() => '/api/programs');
  private readonly coaches = httpResource<CoachChoices>(() => '/api/coaches');
  /** Open programs that they are not in now. */
  protected readonly programChoices = computed(() => {
    const now = this.stays().items.filter(({ closedOn }) => closedOn === null);
    const all = this.programs.hasValue() ? this.programs.value().items : [];
    return all.filter(
      ({ programId, closedOn }) => !closedOn && !now.some((stay) => stay.programId === programId),
    );
  });
  protected readonly coachChoices = computed(() =>
    this.coaches.hasValue() ? this.coaches.value().items : [],
  );
  /** A coach they have already goes on with them. */
  protected readonly walksNow = computed(() =>
    this.stays()
      .items.filter(({ closedOn }) => closedOn === null)
      .flatMap(({ walkedWith }) => walkedWith)
      .find(({ untilOn }) => untilOn === null),
  );
  private readonly keptAs = computed(() => `enroll-again.${this.participantId()}`);
  protected readonly typed = linkedSignal<Typed>(
    () =>
      this.session.kept.of<Typed>(this.keptAs()) ?? {
        ...{ enrollmentId: newId(), programId: '', enrolledOn: this.session.today() },
        ...{ agreedCadenceDays: '7', coachId: '', coachReason: '' },
      },
  );
  /** The one that is chosen, or the only one there is to choose. */
  protected readonly programId = computed(() => {
    const choices = this.programChoices();
    return this.typed().programId || (choices.length === 1 ? choices[0]!.programId : '');
  });
  /** The last day of an earlier stay in the chosen program, before which no new one begins. */
  protected readonly notBefore = computed(() => {
    const ends = this.stays()
      .items.filter((stay) => stay.programId === this.programId())
      .flatMap(({ closedOn }) => closedOn ?? []);
    return ends.sort().at(-1) ?? null;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = new Sending();

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected put(more: Partial<Typed>): void {
    const typed = { ...this.typed(), ...more, enrollmentId: newId() };
    this.typed.set(typed);
    this.session.kept.keep(this.keptAs(), typed);
  }

  protected async enroll(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending.isSending()) return;
    this.problem.set(this.programId() ? null : PROGRAM_MISSING);
    if (this.problem()) return;
    const { enrollmentId, enrolledOn, agreedCadenceDays, coachId, coachReason } = this.typed();
    const sent = {
      ...{ enrollmentId, programId: this.programId(), enrolledOn },
      agreedCadenceDays: Number(agreedCadenceDays),
      ...(coachId ? { coachId } : {}),
      ...(coachId && coachReason.trim() ? { coachReason: coachReason.trim() } : {}),
    };
    try {
      const begun = await this.sending.send(() => this.api.enrollAgain(this.participantId(), sent));
      this.session.kept.keep(this.keptAs(), null);
      const coach = this.coachChoices().find(({ accountId }) => accountId === coachId);
      this.done.emit({ ...begun, coachName: coach?.name ?? this.walksNow()?.name ?? null });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  protected leave(): void {
    this.session.kept.keep(this.keptAs(), null);
    this.cancelled.emit();
  }
}
