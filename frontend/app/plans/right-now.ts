import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { Plans } from './plans';
import { PlanTrouble } from './plan-trouble';

/**
 * The plan for a bad moment: a breath, why, what helps, whom to call, where to go. Everything on one screen of a phone,
 * so each part gives only its first lines; nothing to write, and 988 in the bar below as on every page.
 */
@Component({
  imports: [Icon, PlanTrouble, RouterLink, Skeleton],
  templateUrl: './right-now.html',
  styleUrl: './right-now.scss',
})
export class RightNow {
  protected readonly plan = inject(Plans).of(null);
  protected readonly reasons = computed(() => this.plan.lines.reasons.items().slice(0, 2));
  protected readonly helps = computed(() => this.plan.lines.helps.items().slice(0, 3));
  protected readonly place = computed(() => this.plan.lines.places.items()[0]);
  protected readonly people = computed(() =>
    this.plan.people
      .items()
      .filter(({ dial }) => dial)
      .slice(0, 2),
  );

  constructor() {
    void this.plan.load();
    inject(Live).whenChanged(
      () => null,
      () => this.plan.load(),
    );
  }
}
