import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { OwnBirthday as Birthday, RecoveryDays } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { Session } from '../session/session';
import { dateWords } from './days-words';
import { OwnDays } from './own-days';

const TYPED = 'days-typed.birthday';

/** A birthday, only if they like, and whether their coach may know. */
@Component({
  selector: 'app-own-birthday',
  template: `
    <details>
      <summary i18n="@@days.birthday">My birthday, if you like</summary>
      <form class="stack" (submit)="save($event)">
        <div class="field">
          <label for="birthday" i18n="@@days.bornOn">The day I was born</label>
          <input
            id="birthday"
            type="date"
            autocomplete="bday"
            [value]="bornOn()"
            [max]="days().today"
            [attr.aria-invalid]="trouble() ? 'true' : null"
            [attr.aria-describedby]="trouble() ? 'birthday-wrong' : null"
            (input)="type($event)"
          />
          @if (trouble(); as words) {
            <p id="birthday-wrong" role="alert">{{ words }}</p>
          }
        </div>
        <label class="tick">
          <input type="checkbox" role="switch" [checked]="isShared()" (change)="share($event)" />
          @if (days().coachName; as coach) {
            <span i18n="@@days.shareBirthday">{{ coach }} may know, and be glad with me</span>
          } @else {
            <span i18n="@@days.shareBirthdayWithCoach">My coach may know, and be glad with me</span>
          }
        </label>
        <div class="row">
          <button class="button soft" type="submit" [disabled]="own.sending.isSending()" i18n="@@days.save">
            Save
          </button>
          @if (days().birthday.bornOn) {
            <button class="plain-button" type="button" (click)="remove()">
              <u i18n="@@days.removeBirthday">Take it away</u>
            </button>
          }
        </div>
      </form>
    </details>
  `,
  styles: `
    summary {
      min-height: 48px;
      align-content: center;
      font: 600 1.125rem var(--brand);
      cursor: pointer;
    }
    form {
      margin-top: 8px;
    }
  `,
})
export class OwnBirthday {
  readonly days = input.required<RecoveryDays>();
  protected readonly own = inject(OwnDays);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  /** Of what was typed over: what another device gives meanwhile is not overwritten unseen. */
  private readonly version = linkedSignal<number, number>({
    source: () => this.days().birthday.version,
    computation: (now, before) => (before && this.kept.of(TYPED) !== null ? before.value : now),
  });
  protected readonly bornOn = linkedSignal(
    () => this.kept.of<string>(TYPED) ?? this.days().birthday.bornOn ?? '',
  );
  protected readonly isShared = linkedSignal(() => this.days().birthday.isShared);
  private readonly problem = signal<Problem | null>(null);
  protected readonly trouble = computed(() => {
    const problem = this.problem();
    if (problem?.status !== 412) return problem?.fields?.[0]?.detail ?? problem?.detail ?? '';
    const { bornOn } = problem.current as Birthday;
    return bornOn
      ? $localize`:@@days.birthdayElsewhere:On another phone it was set to ${dateWords(bornOn)}:day:. Save again to keep yours.`
      : $localize`:@@days.birthdayGone:On another phone it was taken away. Save again to keep yours.`;
  });

  protected type(event: Event): void {
    this.bornOn.set((event.target as HTMLInputElement).value);
    this.kept.keep(TYPED, this.bornOn());
  }

  protected share(event: Event): void {
    this.isShared.set((event.target as HTMLInputElement).checked);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.send({ bornOn: this.bornOn() || null, isShared: this.isShared() });
    if (isSaved) void this.notices.say($localize`:@@days.saved:Saved.`);
  }

  protected async remove(): Promise<void> {
    const { bornOn, isShared } = this.days().birthday;
    if (!(await this.send({ bornOn: null, isShared: false }))) return;
    void this.notices.say($localize`:@@days.birthdayRemoved:Your birthday was taken away.`, {
      label: $localize`:@@days.undo:Undo`,
      undo: () => void this.send({ bornOn, isShared }),
    });
  }

  private async send(birthday: Omit<Birthday, 'version'>): Promise<boolean> {
    const problem = await this.own.setBirthday({ ...birthday, version: this.version() });
    this.problem.set(problem);
    if (problem?.status === 412) this.version.set((problem.current as Birthday).version);
    if (!problem) this.kept.keep(TYPED, null);
    return !problem;
  }
}
