import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { Problem } from '../../api/problem';
import { PrepareFile } from '../exports/prepare-file';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { ProblemSummary } from '../problems/problem-summary';
import { ChooseFile } from './choose-file';
import type { MoveKind, MoveLine } from '../../api/moving-contract';
import { MoveLineCard } from './move-line-card';
import { MoveProgress } from './move-progress';
import { MovesApi } from './moves-api';

/** Where a spreadsheet is brought: what it holds, the file, and those that came before. */
@Component({
  imports: [
    ChooseFile,
    Choices,
    Icon,
    MatButton,
    MoveLineCard,
    MoveProgress,
    PrepareFile,
    ProblemPanel,
    ProblemSummary,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './moving-in.html',
  styles: `
    .back {
      margin-left: -16px;
    }
    header p {
      margin-top: 6px;
    }
    summary {
      padding-block: 12px;
      color: var(--mat-sys-primary);
      font-weight: 600;
      cursor: pointer;
    }
  `,
})
export class MovingIn {
  private readonly api = inject(MovesApi);
  private readonly router = inject(Router);
  protected readonly kinds = [
    { value: 'people', words: 'People' },
    { value: 'contacts', words: 'Past contacts' },
  ];
  protected readonly kind = signal<MoveKind>('people');
  protected readonly sending = signal<{ name: string; part: number } | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly earlier = httpResource<{ items: MoveLine[] }>(() => '/api/moving-in');
  /** Kept while the same file is tried again, so that one whose answer got lost is not there twice. */
  private last: { file: File; kind: MoveKind; moveId: string } | null = null;

  protected async send(file: File): Promise<void> {
    const kind = this.kind();
    if (this.last?.file !== file || this.last.kind !== kind) this.last = { file, kind, moveId: uuidv7() };
    this.problem.set(null);
    this.sending.set({ name: file.name, part: 0 });
    try {
      const { moveId } = this.last;
      const move = await this.api.send({ moveId, kind, file, fileName: file.name }, (part) =>
        this.sending.set({ name: file.name, part }),
      );
      await this.router.navigate(['/people/moving-in', move.moveId]);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.sending.set(null);
    }
  }

  protected again(): void {
    if (this.last) void this.send(this.last.file);
  }
}
