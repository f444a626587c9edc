import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ItemChange } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { asksForHelp, isWeak, movedHow } from './answer-words';
import { GoalOfItem } from './goal-of-item';
import { HelpNow } from './help-now';
import { ItemChangeLine } from './item-change';
import { ownQuestions } from './own-questions';

interface Line {
  item: number;
  answer: number | null;
  change?: ItemChange;
  isWeak: boolean;
}

/** What they answered, and what has changed since the last time: in words, item by item, with no grade. */
@Component({
  imports: [GoalOfItem, HelpNow, Icon, ItemChangeLine, RouterLink, Skeleton, When],
  templateUrl: './answers.html',
  styleUrl: './answers.scss',
})
export class Answers {
  readonly assessmentId = input.required<string>();

  protected readonly page = ownQuestions();
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly said = computed(() =>
    this.page.value()?.taken.find((one) => one.assessmentId === this.assessmentId()),
  );
  protected readonly instrument = computed(() =>
    this.page.value()?.instruments.find(({ instrument }) => instrument === this.said()?.instrument),
  );
  protected readonly needsHelp = computed(() => {
    const said = this.said();
    return (
      !!said &&
      asksForHelp(
        said.instrument,
        said.answers.map(({ answer }) => answer ?? null),
      )
    );
  });
  /** Of today: it has just been sent. */
  protected readonly isNew = computed(() => this.said()?.takenOn === this.page.value()?.today);

  private readonly lines = computed<Line[]>(() => {
    const [said, asked] = [this.said(), this.instrument()];
    if (!said || !asked) return [];
    return said.answers.map(({ item, answer = null }) => {
      const change = said.changes.find((each) => each.item === item);
      return { item, answer, change, isWeak: isWeak(asked, answer, change) };
    });
  });
  /** What changed first, what weighs more before what got lighter; then what stayed, then what was skipped. */
  protected readonly groups = computed(() => {
    const instrument = this.said()?.instrument ?? '';
    const how = (line: Line) => line.change && movedHow(instrument, line.change);
    const [changed, rest] = [
      this.lines().filter((line) => how(line) === 'heavier' || how(line) === 'lighter'),
      this.lines().filter((line) => !(how(line) === 'heavier' || how(line) === 'lighter')),
    ];
    return [
      {
        id: 'changed',
        title: $localize`:@@answers.changed:What has changed since last time`,
        lines: changed,
      },
      {
        id: 'rest',
        title: changed.length
          ? $localize`:@@answers.stayed:Everything else`
          : $localize`:@@answers.said:What you said`,
        lines: rest,
      },
    ].filter(({ lines }) => lines.length > 0);
  });
}
