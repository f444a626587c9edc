import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DOCUMENT, inject, input, ViewEncapsulation } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Program, ReportedTable, ReportPage } from '../../api/report-contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ReportBars } from './report-bars';
import { reportDay } from './report-day';
import { ReportFigures } from './report-figures';
import { ReportsGivenOut } from './report-given-out';
import { ReportMeanings } from './report-meanings';
import { ReportPeriod } from './report-period';
import { isSplit, SPLITS } from './report-sections';
import { ReportTable } from './report-table';
import { RetentionPicture } from './retention-picture';

/** What a program shows of its results: a period, pictures with their numbers beneath them, and what may leave. */
@Component({
  selector: 'app-reports',
  imports: [
    Icon,
    MatButton,
    ProblemPanel,
    ReportBars,
    ReportFigures,
    ReportMeanings,
    ReportPeriod,
    ReportsGivenOut,
    ReportTable,
    RetentionPicture,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './reports.html',
  styleUrl: './reports.scss',
  encapsulation: ViewEncapsulation.None,
  host: { '(window:beforeprint)': 'keepAsPrinted()' },
})
export class Reports {
  readonly from = input<string>();
  readonly through = input<string>();
  readonly programId = input<string>();
  /** 'true' when it is to be given to somebody outside. */
  readonly outside = input<string>();
  /** By what the numbers are told apart. */
  readonly by = input<string>();

  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly asked = computed(() => {
    const [from, through, programId] = [this.from(), this.through(), this.programId()];
    return {
      ...(from ? { from } : {}),
      ...(through ? { through } : {}),
      ...(programId ? { programId } : {}),
      ...(this.outside() === 'true' ? { isForOutside: 'true' } : {}),
    };
  });
  protected readonly page = httpResource<ReportPage>(() => ({ url: '/api/reports', params: this.asked() }));
  private readonly all = httpResource<{ items: Program[] }>(() => '/api/programs');
  protected readonly programs = computed(() => (this.all.hasValue() ? this.all.value().items : []));
  protected readonly splits = Object.entries(SPLITS).map(([key, { name }]) => ({ key, name }));
  protected readonly split = computed(() => {
    const by = this.by();
    return isSplit(by) ? by : 'program';
  });
  protected readonly sections = computed(() => SPLITS[this.split()].sections);
  protected readonly hiddenCount = computed(() =>
    this.page.hasValue() ? this.page.value().tables.reduce((sum, table) => sum + table.hiddenCount, 0) : 0,
  );
  protected readonly day = reportDay;

  /** Nothing was counted at all, and nothing is hidden. */
  protected isEmpty({ rows }: ReportedTable): boolean {
    return rows.every(({ cells }) => cells.every(({ value, isHidden }) => !value && !isHidden));
  }

  protected file(table: string, format: string): string {
    return `/api/reports/${table}/${format}?${new URLSearchParams(this.asked()).toString()}`;
  }

  protected ask(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected print(): void {
    this.window?.print();
  }

  /** On paper it leaves as surely as in a file, whichever way the printing was begun. */
  protected keepAsPrinted(): void {
    if (!this.page.hasValue() || !this.page.value().isForOutside) return;
    const { from, through, program } = this.page.value();
    const printed = { from, through, ...(program ? { programId: program.programId } : {}) };
    this.http.post('/api/reports/print', printed).subscribe({ error: () => undefined });
  }
}
