import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DuplicatePairs, KnownRecord, MergesKnown } from '../../api/merging-contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { DuplicatePairCard } from './duplicate-pair-card';
import { MergeLine } from './merge-line';
import { MergingApi } from './merging-api';

type Pair = { first: KnownRecord; second: KnownRecord };

/** Who may be here under two records: one person, or two? */
@Component({
  imports: [DuplicatePairCard, Icon, MatButton, MergeLine, ProblemPanel, RouterLink, Skeleton, When],
  templateUrl: './duplicates-page.html',
  styles: `
    .back {
      margin-left: -16px;
    }
    summary {
      padding-block: 12px;
      color: var(--mat-sys-primary);
      font-weight: 600;
      cursor: pointer;
    }
  `,
})
export class DuplicatesPage {
  private readonly api = inject(MergingApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly page = httpResource<DuplicatePairs>(() => '/api/duplicates');
  protected readonly merges = httpResource<MergesKnown>(() => '/api/merges');
  protected readonly isSaving = signal(false);

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.again(),
    );
  }

  protected again(): boolean {
    this.merges.reload();
    return this.page.reload();
  }

  protected dayOf(at: string): string {
    return dayOf(at, this.session.timeZone());
  }

  protected async tellApart(pair: Pair): Promise<void> {
    await this.say(pair, 'tellApart', `${namesOf(pair)} are two people. They are not shown again.`, {
      label: 'Undo',
      undo: () => void this.tellTogether(pair),
    });
  }

  protected async tellTogether(pair: Pair): Promise<void> {
    await this.say(pair, 'tellTogether', `${namesOf(pair)} may be one person: they are shown again.`);
  }

  private async say(
    { first, second }: Pair,
    what: 'tellApart' | 'tellTogether',
    words: string,
    undo?: { label: string; undo: () => void },
  ): Promise<void> {
    this.isSaving.set(true);
    try {
      const two = { firstId: first.participantId, secondId: second.participantId };
      this.page.set(await this.api[what](two));
      void this.notices.say(words, undo);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
      this.page.reload();
    } finally {
      this.isSaving.set(false);
    }
  }
}

function namesOf({ first, second }: Pair): string {
  return first.preferredName === second.preferredName
    ? `The two ${first.preferredName}`
    : `${first.preferredName} and ${second.preferredName}`;
}
