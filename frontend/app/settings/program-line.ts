import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { KeptProgram, ProgramChoice } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { problemOf, wrongWith } from '../problems/problem-words';
import { SettingsApi } from './settings-api';

/** One program: its name, how many are in it, and what may be done with it. */
@Component({
  selector: 'app-program-line',
  imports: [BothVersions, FormField, MatButton, TextField, When],
  templateUrl: './program-line.html',
  styleUrl: './program-line.scss',
})
export class ProgramLine {
  readonly program = input.required<KeptProgram>();
  readonly changed = output();

  private readonly api = inject(SettingsApi);
  private readonly notices = inject(Notices);
  protected readonly edit = editing<ProgramChoice, { name: string }>({
    saved: () => this.program(),
    typed: ({ name }) => ({ name }),
    keptAs: () => `program-name-${this.program().programId}`,
    changed: () => this.changed.emit(),
  });
  protected readonly fields = form(this.edit.model);
  private readonly isOpen = signal(false);
  /** A name typed before a reload is shown at once. */
  protected readonly isRenaming = computed(() => this.isOpen() || this.edit.isKept());
  protected readonly isBusy = signal(false);
  /** Why it could not be closed or opened. */
  protected readonly refused = signal('');
  protected readonly whoIsIn = computed(() => {
    const { enrolledCount } = this.program();
    if (enrolledCount === 0) return 'Nobody is in it.';
    return enrolledCount === 1 ? 'One person is in it.' : `${enrolledCount} people are in it.`;
  });

  protected wrong(): string | null {
    return wrongWith(this.edit.problem(), 'name') ?? this.edit.problem()?.detail ?? null;
  }

  protected rename(): void {
    this.isOpen.set(true);
  }

  protected cancel(): void {
    this.edit.stands(this.program());
    this.isOpen.set(false);
  }

  protected takeTheirs(): void {
    this.edit.takeTheirs();
    this.isOpen.set(false);
  }

  protected async save(): Promise<void> {
    const { programId } = this.program();
    const { name } = this.edit.model();
    const to = (version: number, wanted: string) => this.api.renameProgram({ programId, version }, wanted);
    if (
      await this.edit.save(
        (version) => to(version, name),
        `It is called ${name.trim()} now.`,
        (version, before) => to(version, before.name),
      )
    )
      this.isOpen.set(false);
  }

  protected async close(): Promise<void> {
    const { name } = this.program();
    await this.step(
      () => this.api.closeProgram(this.program()),
      (closed) =>
        void this.notices.say(`${name} is closed. Nobody is enrolled in it from today on.`, {
          label: 'Undo',
          undo: () => void this.step(() => this.api.openProgram(closed)),
        }),
    );
  }

  protected async open(): Promise<void> {
    const { name } = this.program();
    await this.step(
      () => this.api.openProgram(this.program()),
      () => void this.notices.say(`${name} is open again.`),
    );
  }

  private async step(
    send: () => Promise<ProgramChoice>,
    done: (program: ProgramChoice) => void = () => undefined,
  ): Promise<void> {
    this.isBusy.set(true);
    this.refused.set('');
    try {
      done(await send());
      this.changed.emit();
    } catch (failure) {
      const { status, detail } = problemOf(failure);
      // what another did meanwhile shows by itself, once it is asked for again
      if (status === 412) this.changed.emit();
      this.refused.set(status === 412 ? 'Somebody changed this program just now. Look again.' : detail);
    } finally {
      this.isBusy.set(false);
    }
  }
}
