import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CoverChoice, CoverChoices } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { LoadBar } from '../assigning/load-bar';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { CoversApi } from './covers-api';

const KEPT_AS = 'cover';
const WHY_NOT: Record<NonNullable<CoverChoice['whyNot']>, string> = {
  'not certified': 'no certification on each of these days',
  'would be a circle': 'you would be covering for each other',
};

/** Who is away, from when through when, and who covers. What is chosen stays on the device until it is sent. */
@Component({
  selector: 'app-cover-form',
  imports: [FormField, LoadBar, MatButton, ProblemSummary, TextField],
  templateUrl: './cover-form.html',
  styleUrl: './cover-form.scss',
})
export class CoverForm {
  private readonly api = inject(CoversApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly empty = () => ({ coverId: newId(), who: '', fromOn: '', throughOn: '', coveringId: '' });
  private readonly chosen = signal(
    this.session.kept.of<ReturnType<typeof this.empty>>(KEPT_AS) ?? this.empty(),
  );
  protected readonly fields = form(this.chosen);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly others = computed(() => (this.api.page.hasValue() ? this.api.page.value().others : []));
  /** An administrator is never covered, so somebody else is chosen. */
  protected readonly mayBeOneself = computed(() => this.session.me()?.role !== 'administrator');
  protected readonly isOneself = computed(() => this.mayBeOneself() && !this.fields.who().value());
  protected readonly title = computed(() => {
    if (!this.mayBeOneself()) return 'Somebody is away';
    return this.api.own().length ? 'Another time away' : 'I’m away';
  });
  private readonly asked = computed(() => {
    const { who, fromOn, throughOn } = this.chosen();
    const [awayId, role] = who.split(' ');
    return { ...(awayId && role && { awayId, role: role as 'coach' }), fromOn, throughOn };
  });
  private readonly isWhenKnown = computed(() => {
    const { fromOn, throughOn } = this.chosen();
    return /^\d{4}-/.test(fromOn) && throughOn >= fromOn && fromOn >= this.session.today();
  });
  protected readonly choices = httpResource<CoverChoices>(() =>
    this.isWhenKnown() && (this.mayBeOneself() || this.chosen().who)
      ? `/api/covers/choices?${new URLSearchParams(this.asked()).toString()}`
      : undefined,
  );

  constructor() {
    effect(() => {
      const { fromOn, who, coveringId } = this.chosen();
      this.session.kept.keep(KEPT_AS, fromOn || who || coveringId ? this.chosen() : null);
    });
  }

  /** Away for one day unless a last day is said. */
  protected follow(): void {
    const { fromOn, throughOn } = this.chosen();
    if (fromOn && (!throughOn || throughOn < fromOn)) this.fields.throughOn().value.set(fromOn);
  }

  /** Of days that can't be, the field's own words. */
  protected wordsOf(failure: unknown): string {
    const { detail, fields } = problemOf(failure);
    return fields?.[0]?.detail ?? detail;
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected saysOf(choice: CoverChoice): string {
    if (choice.whyNot) return WHY_NOT[choice.whyNot];
    const team = choice.isOfTeam ? 'same team' : '';
    const away = choice.coveredBy ? `away then too: ${choice.coveredBy.name} would answer` : '';
    return [team, away].filter((each) => each !== '').join(' · ');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { coverId, coveringId } = this.chosen();
    const missing = this.missing();
    if (missing) return this.problem.set(missing);
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const made = await this.api.make({ coverId, coveringId, ...this.asked() });
      this.chosen.set(this.empty());
      const undo = (): void =>
        void this.api.end(made).catch((failure) => this.notices.say(problemOf(failure).detail));
      void this.notices.say(`${made.covering.name} covers.`, { label: 'Undo', undo });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  private missing(): Problem | null {
    const { who, fromOn, throughOn, coveringId } = this.chosen();
    const fields = [
      ...(who || this.mayBeOneself() ? [] : [['awayId', 'Who is away?']]),
      ...(fromOn ? [] : [['fromOn', 'From which day?']]),
      ...(throughOn ? [] : [['throughOn', 'Through which day?']]),
      ...(coveringId ? [] : [['coveringId', 'Who covers?']]),
    ].map(([path, detail]) => ({ path: path!, code: 'missing', detail: detail! }));
    const title = 'Something is missing.';
    return fields.length ? { title, status: 422, code: 'input-invalid', detail: title, fields } : null;
  }
}
