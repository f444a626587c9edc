import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { v7 as newId } from 'uuid';
import type { CheckInAnswer, CheckInForm } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { CheckInSending } from './check-in-sending';
import { CheckInThanks } from './check-in-thanks';
import { type FilledIn, isUntouched, NOTHING_YET, saidIn } from './filled-in';
import { MoodChoice } from './mood-choice';
import { SayMore } from './say-more';

const TYPED = 'check-in-typed';

/** How a participant is, in half a minute: the mood, and whatever else they like to say. */
@Component({
  imports: [CheckInThanks, Icon, MoodChoice, SayMore],
  templateUrl: './check-in.html',
  styleUrl: './check-in.scss',
})
export class CheckInNow {
  private readonly sending = inject(CheckInSending);
  private readonly kept = inject(Session).kept;
  private readonly moods = viewChild<unknown, ElementRef<HTMLElement>>('moods', { read: ElementRef });

  protected readonly filled = signal<FilledIn>(this.kept.of<FilledIn>(TYPED) ?? NOTHING_YET);
  /** What was sent, while it is thanked for. */
  protected readonly sent = signal<CheckInForm | null>(null);
  protected readonly answer = signal<CheckInAnswer | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lacksMood = signal(false);
  /** Earlier ones, which a page that is gone had not seen answered. */
  protected readonly earlier = computed(
    () => this.sending.waiting().filter(({ form }) => form.checkInId !== this.sent()?.checkInId).length,
  );

  constructor() {
    this.sending.goOn();
    effect(() => {
      const filled = this.filled();
      this.kept.keep(TYPED, isUntouched(filled) || this.sent() ? null : filled);
    });
  }

  protected say<Field extends keyof FilledIn>(field: Field, said: FilledIn[Field]): void {
    this.lacksMood.set(false);
    this.filled.update((filled) => ({ ...filled, [field]: said }));
  }

  /** Thanked for at once; what the server refuses comes back into the form, with nothing lost. */
  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { mood, ...rest } = this.filled();
    if (!mood) {
      this.lacksMood.set(true);
      this.moods()?.nativeElement.querySelector('input')?.focus();
      return;
    }
    const form = { checkInId: newId(), ...saidIn({ mood, ...rest }) };
    this.problem.set(null);
    this.answer.set(null);
    this.sent.set(form);
    scrollTo(0, 0);
    try {
      this.answer.set(await this.sending.send(form));
      this.filled.set(NOTHING_YET);
    } catch (failure) {
      this.sent.set(null);
      this.problem.set(problemOf(failure));
    }
  }

  protected again(): void {
    this.filled.set(NOTHING_YET);
    this.sent.set(null);
  }
}
