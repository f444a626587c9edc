import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Wanted } from '../../api/export-contract';
import type { Program, ReportedTable, ReportPage } from '../../api/report-contract';
import { PrepareFile } from '../exports/prepare-file';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { ReportBars } from './report-bars';
import { reportDay } from './report-day';
import { ReportFigures } from './report-figures';
import { ReportsGivenOut } from './report-given-out';
import { ReportMeanings } from './report-meanings';
import { ReportPeriod } from './report-period';
import { isSplit, SPLITS } from './report-sections';
import { ReportTable } from './report-table';
import { RetentionPicture } from './retention-picture';

/** After so many milliseconds another way is offered. */
const TAKES_LONG = 4_000;

/** What a program shows of its results: a period, pictures with their numbers beneath them, and what may leave. */
@Component({
  selector: 'app-reports',
  imports: [
    Icon,
    MatButton,
    PrepareFile,
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
  /** For outside there is nothing by coach. */
  protected readonly splits = computed(() =>
    Object.entries(SPLITS)
      .filter(([, { sections }]) => this.outside() !== 'true' || !sections.some((of) => of === 'coach'))
      .map(([key, { name }]) => ({ key, name })),
  );
  protected readonly split = computed(() => {
    const by = this.by();
    return isSplit(by) && this.splits().some(({ key }) => key === by) ? by : 'program';
  });
  protected readonly sections = computed(() => SPLITS[this.split()].sections);
  protected readonly hiddenCount = computed(() =>
    this.page.hasValue() ? this.page.value().tables.reduce((sum, table) => sum + table.hiddenCount, 0) : 0,
  );
  /** What is wrong with the days or the program asked for; empty where that is not it. */
  protected readonly whyNot = computed(() =>
    this.page.error()
      ? (problemOf(this.page.error()).fields ?? []).map(({ detail }) => detail).join(' ')
      : '',
  );
  protected readonly day = reportDay;

  /** The same as a file, all tables in it. */
  protected readonly wanted = computed((): Wanted => {
    const { isForOutside, ...asked } = this.asked();
    return { kind: 'report', format: 'xlsx', ...asked, ...(isForOutside ? { isForOutside: true } : {}) };
  });
  protected readonly takesLong = signal(false);

  constructor() {
    effect((onCleanup) => {
      this.takesLong.set(false);
      if (!this.page.isLoading()) return;
      const timer = setTimeout(() => this.takesLong.set(true), TAKES_LONG);
      onCleanup(() => clearTimeout(timer));
    });
  }

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
