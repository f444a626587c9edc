import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import type { NextMilestone, ReachedMilestone } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { dateWords } from './days-words';
import { milestoneWords } from './milestone-words';

/** So many show at once, the latest first; the others are one tap away. */
const SHOWN = 5;

/** What was reached, each with its day, and what comes next. They stay. */
@Component({
  selector: 'app-milestone-tokens',
  imports: [Icon, NgTemplateOutlet, When],
  templateUrl: './milestone-tokens.html',
  styleUrl: './milestone-tokens.scss',
})
export class MilestoneTokens {
  readonly milestones = input.required<ReachedMilestone[]>();
  readonly next = input.required<NextMilestone | null>();
  private readonly latestFirst = computed(() => [...this.milestones()].reverse());
  protected readonly latest = computed(() => this.latestFirst().slice(0, SHOWN));
  protected readonly earlier = computed(() => this.latestFirst().slice(SHOWN));
  protected readonly words = milestoneWords;
  protected readonly date = dateWords;
  protected readonly glad = ({ congratulatedBy }: ReachedMilestone): string => congratulatedBy.join(', ');
}
