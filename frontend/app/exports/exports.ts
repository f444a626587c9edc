import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { PreparedFile, Wanted } from '../../api/export-contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ticking } from '../look/ticking';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { AskForFile } from './ask-for-file';
import { asking } from './asking';
import { ExportCard } from './export-card';
import { fileWords } from './export-words';
import { isUnderWay, OwnExports } from './own-exports';

/** Files that are prepared or being so, and another one asked for. */
@Component({
  imports: [AskForFile, ExportCard, Icon, NgTemplateOutlet, ProblemPanel, ProblemSummary, Skeleton],
  templateUrl: './exports.html',
  styles: `
    .two {
      display: grid;
      gap: 24px;
      grid-template-columns: minmax(0, 1fr);
    }
    @media (min-width: 1240px) {
      .two {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        align-items: start;
      }
    }
    .care {
      display: flex;
      gap: 10px;
    }
    .care app-icon {
      flex: none;
      inline-size: 20px;
    }
  `,
})
export class Exports {
  protected readonly own = inject(OwnExports);
  private readonly notices = inject(Notices);
  private readonly asked = asking();
  private readonly now = ticking();
  private readonly notForgotten = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.notForgotten() ?? this.asked.problem());
  /** Those whose time is over leave the page by themselves. */
  protected readonly here = computed(() =>
    (this.own.files() ?? []).filter(({ expiresAt }) => new Date(expiresAt) > this.now()),
  );

  /** Whoever has files comes for one of them. It stays so while the page is open: nothing jumps. */
  protected readonly areFilesFirst = linkedSignal<PreparedFile[] | null, boolean | null>({
    source: this.own.files,
    computation: (files, before) => before?.value ?? (files && files.length > 0),
  });

  constructor() {
    this.own.shown();
  }

  protected async forget(file: PreparedFile): Promise<void> {
    this.notForgotten.set(null);
    try {
      await this.own.forget(file);
      const name = fileWords(file);
      void this.notices.say(isUnderWay(file) ? `${name} is stopped.` : `${name} is let go.`, {
        label: 'Prepare it again',
        undo: () => void this.asked.ask(wantedOf(file)),
      });
    } catch (failure) {
      this.notForgotten.set(problemOf(failure));
      this.own.again();
    }
  }

  /** Takes the place of the one that did not work. */
  protected async again(file: PreparedFile): Promise<void> {
    if (await this.asked.ask(wantedOf(file))) await this.own.forget(file).catch(() => undefined);
  }
}

function wantedOf(file: PreparedFile): Wanted {
  const { kind, format, from, through, programId, isForOutside } = file;
  return {
    ...{ kind, format },
    ...(from && through ? { from, through } : {}),
    ...(programId ? { programId } : {}),
    ...(isForOutside ? { isForOutside } : {}),
  };
}
