import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { LinePart } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { LineField } from './line-field';
import { LineTools } from './line-tools';
import { backIn, both, moved, type Row, rowsOf } from './moved';
import { PartClash } from './part-clash';
import { PartState } from './part-state';
import type { PlanOnPage } from './plan-on-page';
import { PART_ICON, type PartWords } from './plan-parts';

/** What is being typed in a part: a new line, and a line that is there. */
interface Typed {
  adding: string;
  editing: { index: number; was: string; words: string } | null;
}

const NOTHING: Typed = { adding: '', editing: null };

/** A part of the plan that is lines: read, and written one line after the other. */
@Component({
  selector: 'app-lines-part',
  imports: [Icon, LineField, LineTools, PartClash, PartState],
  templateUrl: './lines-part.html',
  styleUrl: './part.scss',
})
export class LinesPart {
  readonly plan = input.required<PlanOnPage>();
  readonly name = input.required<LinePart>();
  readonly words = input.required<PartWords>();
  readonly mayWrite = input(true);

  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly adding = viewChild<LineField>('adding');
  protected readonly most = 50;
  protected readonly placeholder = $localize`:@@plan.line.placeholder:A few words`;
  protected readonly part = computed(() => this.plan().lines[this.name()]);
  protected readonly lines = computed(() => this.part().items());
  /** A button stays with its line when lines come, go or move, so that a quick touch does what the button said. */
  protected readonly rows = computed(() => rowsOf(this.lines(), (line) => line));
  protected readonly icon = computed(() => PART_ICON[this.name()]);
  protected readonly titleId = computed(() => `plan-${this.name()}`);
  protected readonly wrong = signal<string | null>(null);
  private readonly keptAs = computed(() => `plan.${this.plan().path}.${this.name()}.typed`);
  private readonly inHand = linkedSignal<Typed>(() => this.plan().kept.of<Typed>(this.keptAs()) ?? NOTHING);
  protected readonly typed = computed(() => this.inHand().adding);
  protected readonly editing = computed(() => this.inHand().editing);
  /** Words from before a reload are shown where they were being typed. */
  protected readonly isOpen = linkedSignal(() => this.mayWrite() && this.hasTyped());

  protected typing(adding: string): void {
    this.keepTyped({ ...this.inHand(), adding });
  }

  protected type(index: number, words: string): void {
    this.keepTyped({ ...this.inHand(), editing: { index, was: this.editing()?.was ?? '', words } });
  }

  protected edit(row: Row<string>): void {
    const index = this.placeOf(row);
    if (index >= 0) this.keepTyped({ ...this.inHand(), editing: { index, was: row.item, words: row.item } });
  }

  protected begin(example: string): void {
    this.typing(example);
    this.adding()?.focus();
  }

  protected add(words: string): void {
    this.typing('');
    void this.write([...this.lines(), words], () => this.typing(words));
  }

  /** The line may have moved meanwhile, or be gone: then the words are a line of their own. */
  protected change(index: number, words: string): void {
    const was = this.editing()?.was ?? '';
    this.keepTyped({ ...this.inHand(), editing: null });
    const at = this.lines()[index] === was ? index : this.lines().indexOf(was);
    const lines = at < 0 ? [...this.lines(), words] : this.lines().with(at, words);
    void this.write(lines, () => this.keepTyped({ ...this.inHand(), editing: { index, was, words } }));
  }

  protected move(row: Row<string>, by: 1 | -1): void {
    const from = this.placeOf(row);
    if (from < 0) return;
    void this.write(moved(this.lines(), from, by));
    this.focusMoved(from + by, by);
  }

  protected remove(row: Row<string>): void {
    const index = this.placeOf(row);
    if (index < 0) return;
    void this.write(this.lines().toSpliced(index, 1));
    void this.notices.say($localize`:@@plan.removed:Taken out.`, {
      label: $localize`:@@plan.undo:Undo`,
      undo: () => void this.write(backIn(this.lines(), index, row.item)),
    });
  }

  /** A line that was typed and not added is added: nobody meant to throw it away. */
  protected close(): void {
    const { adding, editing } = this.inHand();
    if (editing?.words.trim() && editing.words !== editing.was)
      this.change(editing.index, editing.words.trim());
    else this.keepTyped({ ...this.inHand(), editing: null });
    if (adding.trim()) this.add(adding.trim());
    this.isOpen.set(false);
  }

  protected settle(keep: 'both' | 'mine' | 'theirs'): void {
    const { theirs, mine } = this.part().clash()!;
    const merged = both(theirs.items, mine, (one, other) => one === other);
    this.part().settle({ both: merged, mine, theirs: null }[keep]);
  }

  /** Where a row stands by now; -1 when it is gone. */
  private placeOf({ key }: Row<string>): number {
    return this.rows().findIndex((row) => row.key === key);
  }

  private hasTyped(): boolean {
    const kept = this.plan().kept.of<Typed>(this.keptAs());
    return kept !== null && (kept.adding !== '' || kept.editing !== null);
  }

  /** What the server will not take goes back where it was typed. */
  private async write(lines: string[], takeBack: () => void = () => undefined): Promise<void> {
    this.wrong.set(null);
    const problem = await this.part().write(lines);
    if (!problem) return;
    takeBack();
    this.isOpen.set(true);
    this.wrong.set(problem.fields?.[0]?.detail ?? problem.detail);
  }

  private keepTyped(typed: Typed): void {
    this.inHand.set(typed);
    const isEmpty = typed.adding === '' && typed.editing === null;
    this.plan().kept.keep(this.keptAs(), isEmpty ? null : typed);
  }

  /** The finger and the keyboard stay with the line that moved. */
  private focusMoved(index: number, by: 1 | -1): void {
    const rendered = (): void => {
      const tools = this.host.querySelectorAll('app-line-tools')[index];
      const way = by < 0 ? 'up' : 'down';
      const button =
        tools?.querySelector<HTMLButtonElement>(`[data-move=${way}]:not(:disabled)`) ??
        tools?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)');
      button?.focus();
    };
    afterNextRender(rendered, { injector: this.injector });
  }
}
