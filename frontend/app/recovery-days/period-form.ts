import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { RecoveryPeriod } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { wrongWith } from '../problems/problem-words';
import { NotSentYet } from '../problems/until-answered';
import { Session } from '../session/session';
import { dateWords } from './days-words';
import { OwnDays, type PeriodDays } from './own-days';

/**
 * The days of one period: a start, an earlier period, or one set right. What is typed stays until the server has it; if
 * another device changed it meanwhile, both are shown and one is chosen.
 */
@Component({
  selector: 'app-period-form',
  imports: [NotSentYet],
  templateUrl: './period-form.html',
})
export class PeriodForm {
  /** What is set right; null for a new one. */
  readonly period = input<RecoveryPeriod | null>(null);
  /** Whether it asks for the day it ended too. */
  readonly hasEnd = input(false);
  readonly name = input.required<string>();
  readonly done = output<RecoveryPeriod | null>();
  readonly away = output();

  protected readonly own = inject(OwnDays);
  private readonly kept = inject(Session).kept;
  /** As it was when this form opened: what another device changes meanwhile is not overwritten unseen. */
  private readonly opened = linkedSignal<RecoveryPeriod | null, RecoveryPeriod | null>({
    source: () => this.period(),
    computation: (now, before) => (before && before.value?.periodId === now?.periodId ? before.value : now),
  });
  protected readonly today = computed(() => this.own.days()?.today ?? '');
  protected readonly beganOn = linkedSignal(() => this.typed('beganOn') ?? this.opened()?.beganOn ?? '');
  protected readonly endedOn = linkedSignal(() => this.typed('endedOn') ?? this.opened()?.endedOn ?? '');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isMissing = signal(false);
  /** As another device left it. */
  protected readonly other = computed(() =>
    this.problem()?.status === 412 ? (this.problem()!.current as RecoveryPeriod) : null,
  );
  protected readonly inWords = ({ beganOn, endedOn }: PeriodDays): string =>
    endedOn ? `${dateWords(beganOn)} – ${dateWords(endedOn)}` : dateWords(beganOn);

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  protected type(field: 'beganOn' | 'endedOn', event: Event): void {
    this[field].set((event.target as HTMLInputElement).value);
    this.isMissing.set(false);
    this.kept.keep(this.keptAs(), { beganOn: this.beganOn(), endedOn: this.endedOn() });
  }

  protected mine(): PeriodDays {
    return { beganOn: this.beganOn(), endedOn: this.hasEnd() ? this.endedOn() || null : null };
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isWhole = this.beganOn() && (!this.hasEnd() || this.endedOn());
    this.isMissing.set(!isWhole);
    if (isWhole) await this.send(this.opened());
  }

  /** What was typed here stands, over what the other device left. */
  protected async keepMine(): Promise<void> {
    await this.send(this.other());
  }

  protected takeOther(): void {
    this.letGo();
    void this.own.load();
    this.away.emit();
  }

  protected leave(): void {
    this.letGo();
    this.away.emit();
  }

  private async send(over: RecoveryPeriod | null): Promise<void> {
    const problem = await (over ? this.own.change(over, this.mine()) : this.own.enter(this.mine()));
    this.problem.set(problem);
    if (problem) return;
    this.letGo();
    this.done.emit(over);
  }

  private letGo(): void {
    this.kept.keep(this.keptAs(), null);
  }

  private typed(field: string): string | undefined {
    return this.kept.of<Record<string, string>>(this.keptAs())?.[field];
  }

  private keptAs(): string {
    return `days-typed.${this.name()}`;
  }
}
