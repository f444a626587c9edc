import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DayOfLooks, LooksPage } from '../../api/contract';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { LookLine } from './look-line';
import { TakeCopy } from './take-copy';

/** Your record: who looked at it, day by day, and all of it to take along. */
@Component({
  imports: [Icon, LookLine, RouterLink, Skeleton, TakeCopy, When],
  templateUrl: './own-record.html',
  styleUrl: './own-record.scss',
})
export class OwnRecord {
  protected readonly phone = inject(Session).organizationPhone;
  protected readonly digits = computed(() => this.phone()?.replaceAll(/[^+\d]/g, '') ?? '');
  protected readonly list = pagesOf<DayOfLooks, LooksPage>(() => ({ url: '/api/looks', params: {} }));
  protected readonly wrong = computed(() => {
    const failure = this.list.failure();
    return failure ? problemOf(failure).detail : null;
  });
}
