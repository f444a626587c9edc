import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ToAssignList } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { LoadBar } from './load-bar';
import { PeopleToAssign } from './people-to-assign';
import { groupsOf } from './why-words';

/** Who has no coach and whose coach will be gone, beside what each coach of the team carries. */
@Component({
  imports: [Icon, LoadBar, MatButton, PeopleToAssign, ProblemPanel, RouterLink, Skeleton],
  templateUrl: './to-assign-page.html',
  styleUrl: './to-assign-page.scss',
})
export class ToAssignPage {
  private readonly language = pageLanguage();
  protected readonly page = httpResource<ToAssignList>(() => '/api/to-assign');
  protected readonly groups = computed(() => {
    if (!this.page.hasValue()) return [];
    const { items, today } = this.page.value();
    return groupsOf(items, today, this.language);
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }
}
